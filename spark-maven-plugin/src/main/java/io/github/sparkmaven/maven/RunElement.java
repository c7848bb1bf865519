/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.maven.parameter.RunParameter;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.run.DebugPort;
import io.github.sparkmaven.run.RunRequest;
import io.github.sparkmaven.runtime.ArchiveUse;
import io.github.sparkmaven.runtime.ClassDataArchives;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Reads the {@code run} element, over which the command line wins. */
record RunElement(ProjectContext context, RunParameter parameter) {

  /**
   * Reads it.
   *
   * @param verbose whether all of Spark's log is shown
   * @throws io.github.sparkmaven.problem.InputException with everything that cannot be read
   */
  RunRequest.Options read(boolean verbose) {
    Problems problems = new Problems();
    ArchiveUse use =
        new ParameterReader("run", problems)
            .choice(
                "classDataArchive",
                given("classDataArchive", parameter::classDataArchive).orElse(null),
                ArchiveUse.class)
            .orElse(ArchiveUse.AUTO);
    OptionalInt port =
        given("debug", parameter::debug)
            .flatMap(text -> problems.attempt(() -> DebugPort.parse(text)))
            .orElse(OptionalInt.empty());
    problems.throwIfAny();
    return new RunRequest.Options(
        new ClassDataArchives(context.cacheFolder(), System.getenv(), Clock.systemUTC()),
        use,
        parameter.jvmOptions(),
        port,
        verbose);
  }

  private Optional<String> given(String name, Supplier<Optional<String>> declared) {
    return context.userProperties().text("run." + name).or(declared);
  }
}
