/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.jobtest.PythonTests;
import io.github.sparkmaven.jobtest.TestFilter;
import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.maven.parameter.TestParameter;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.runtime.ArchiveUse;
import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the {@code test} element, over which the command line wins. */
final class TestElement {
  private static final TimeLimit CASE_TIMEOUT = new TimeLimit(Duration.ofMinutes(5));

  private final ProjectContext context;
  private final TestParameter parameter;
  private final Problems problems = new Problems();
  private final ParameterReader reader = new ParameterReader("test", problems);

  TestElement(ProjectContext context, Optional<TestParameter> parameter) {
    this.context = context;
    this.parameter = parameter.orElseGet(TestParameter::new);
  }

  /**
   * What the element comes to.
   *
   * @param includes which classes are job tests
   * @param filter which tests are to run
   * @param mustMatch whether it is a fault when there is none
   * @param update whether expected outputs are rewritten
   * @param coverage whether the coverage of Python sources is measured
   */
  record Options(
      List<String> includes,
      TestFilter filter,
      boolean mustMatch,
      Optional<TimeLimit> timeout,
      Path casesFolder,
      TimeLimit caseTimeout,
      boolean update,
      boolean failureIgnored,
      List<String> jvmOptions,
      ArchiveUse archiveUse,
      PythonTests.Framework pythonFramework,
      List<String> pytestArguments,
      String unittestPattern,
      boolean coverage) {}

  /**
   * Reads it.
   *
   * @throws InputException with everything that cannot be read
   */
  Options read() {
    Optional<List<String>> asked =
        context
            .userProperties()
            .text("test.includes")
            .map(patterns -> List.of(patterns.split("\\s*,\\s*", -1)));
    TestFilter filter =
        context.userProperties().text("test.filter").map(TestFilter::of).orElse(TestFilter.ALL);
    // Whoever names tests on the command line wants them run.
    boolean named = asked.isPresent() || !filter.patterns().isEmpty();
    Options options =
        new Options(
            asked.orElseGet(() -> problems.attempt(parameter::includes).orElse(List.of())),
            filter,
            flag("failIfNoTests", parameter::failIfNoTests, named),
            reader.limit("timeout", given("timeout", parameter::timeout).orElse(null)),
            context
                .baseFolder()
                .resolve(
                    given("casesDirectory", parameter::casesDirectory).orElse("src/test/spark")),
            reader
                .limit("caseTimeout", given("caseTimeout", parameter::caseTimeout).orElse(null))
                .orElse(CASE_TIMEOUT),
            flag("update", Optional::empty, false),
            flag("testFailureIgnore", parameter::testFailureIgnore, context.ignoresTestFailures()),
            parameter.jvmOptions(),
            reader
                .choice(
                    "classDataArchive",
                    given("classDataArchive", parameter::classDataArchive).orElse(null),
                    ArchiveUse.class)
                .orElse(ArchiveUse.AUTO),
            reader
                .choice(
                    "pythonFramework",
                    given("pythonFramework", parameter::pythonFramework).orElse(null),
                    PythonTests.Framework.class)
                .orElse(PythonTests.Framework.AUTO),
            parameter.pytestArguments(),
            given("unittestPattern", parameter::unittestPattern).orElse("test*.py"),
            flag("coverage", parameter::coverage, false));
    problems.throwIfAny();
    return options;
  }

  private boolean flag(String name, Supplier<Optional<String>> declared, boolean byDefault) {
    return reader.flag(name, given(name, declared).orElse(null), byDefault);
  }

  private Optional<String> given(String name, Supplier<Optional<String>> declared) {
    return context.userProperties().text("test." + name).or(declared);
  }
}
