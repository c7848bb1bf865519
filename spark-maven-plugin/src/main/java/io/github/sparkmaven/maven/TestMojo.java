/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.jobtest.JobTest;
import io.github.sparkmaven.jobtest.JobTestRequest;
import io.github.sparkmaven.jobtest.TestCounts;
import io.github.sparkmaven.jobtest.TestListener;
import io.github.sparkmaven.jobtest.TestSelection;
import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.maven.parameter.TestParameter;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.runtime.LocalSettings;
import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs the job tests, JUnit classes named {@code *JobCase} by default, in a local-mode Spark JVM.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "test",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class TestMojo extends AbstractSparkMojo implements TestListener {
  /**
   * Which tests run and how: {@code includes}, {@code timeout}, {@code failIfNoTests}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable TestParameter test;

  /**
   * Whether to do nothing; also {@code -Dspark.maven.test.skip}, {@code -DskipTests} and {@code
   * -Dmaven.test.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipTest;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("test.skip", skipTest) || context.skipsTests();
  }

  @Override
  void runGoal(ProjectContext context) {
    TestParameter parameter = Optional.ofNullable(test).orElseGet(TestParameter::new);
    Optional<String> asked = context.userProperties().text("test.includes");
    TestSelection selection =
        new TestSelection(
            Path.of(context.project().getBuild().getTestOutputDirectory()),
            asked
                .map(patterns -> List.of(patterns.split("\\s*,\\s*", -1)))
                .orElseGet(parameter::includes));
    Optional<TimeLimit> timeout = timeout(context, parameter);
    if (selection.classNames().isEmpty()) {
      // Whoever names tests on the command line wants them run.
      none(selection, asked.isPresent() || failIfNone(context, parameter));
      return;
    }
    SparkVersion spark = context.requiredSpark();
    TestClassPath classPath = new TestClassPath(context, ownJars().runner());
    TestCounts counts =
        new JobTest(this)
            .run(
                new JobTestRequest(
                    spark,
                    context.java(),
                    selection,
                    classPath.entries(),
                    classPath.sparkLauncher(),
                    LocalSettings.of(
                        new PlanRequests(context).layers(context.environment().common())),
                    context.baseFolder(),
                    context.target().resolve("spark-reports"),
                    timeout));
    getLog().info(counts.toString());
  }

  private static Optional<TimeLimit> timeout(ProjectContext context, TestParameter parameter) {
    Problems problems = new Problems();
    Optional<TimeLimit> timeout =
        new ParameterReader("test", problems)
            .limit(
                "timeout",
                context.userProperties().text("test.timeout").or(parameter::timeout).orElse(null));
    problems.throwIfAny();
    return timeout;
  }

  private static boolean failIfNone(ProjectContext context, TestParameter parameter) {
    Problems problems = new Problems();
    boolean fail =
        new ParameterReader("test", problems)
            .flag(
                "failIfNoTests",
                context
                    .userProperties()
                    .text("test.failIfNoTests")
                    .or(parameter::failIfNoTests)
                    .orElse(null),
                false);
    problems.throwIfAny();
    return fail;
  }

  @Override
  public void info(String line) {
    getLog().info(line);
  }

  @Override
  public void error(String line) {
    getLog().error(line);
  }

  private void none(TestSelection selection, boolean fail) {
    String what = "no class matches " + selection.includes();
    if (fail) {
      throw new InputException(
          "test/includes",
          what,
          "Give patterns of classes below target/test-classes, as in **/*JobCase; without one, failIfNoTests must not be true");
    }
    getLog().info("No job tests: " + what);
  }
}
