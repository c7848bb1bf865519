/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.jobtest.JobTest;
import io.github.sparkmaven.jobtest.JobTestRequest;
import io.github.sparkmaven.jobtest.TestListener;
import io.github.sparkmaven.maven.parameter.TestParameter;
import io.github.sparkmaven.problem.InputException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs the job tests in local-mode Spark JVMs: the packaged job on the declared cases of {@code
 * src/test/spark}, JUnit classes, named {@code *JobCase} by default, and the suites of {@code
 * src/test/python}.
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
   * Which tests run and how: {@code includes}, {@code timeout}, {@code casesDirectory}, {@code
   * caseTimeout}, {@code failIfNoTests}, {@code testFailureIgnore}, {@code jvmOptions}, {@code
   * classDataArchive}, and for Python {@code pythonFramework}, {@code pytestArguments}, {@code
   * unittestPattern} and {@code coverage}.
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
    TestElement.Options options = new TestElement(context, Optional.ofNullable(test)).read();
    JobTestRequest request = new TestRequests(context, ownJars(), getLog()).request(options);
    if (request.isEmpty()) {
      none(options);
      return;
    }
    getLog().info(new JobTest(this).run(request).toString());
  }

  @Override
  public void info(String line) {
    getLog().info(line);
  }

  @Override
  public void warn(String line) {
    getLog().warn(line);
  }

  @Override
  public void error(String line) {
    getLog().error(line);
  }

  private void none(TestElement.Options options) {
    String what =
        "no class matches "
            + options.includes()
            + (options.filter().patterns().isEmpty() ? "" : " and '" + options.filter() + "'")
            + ", and there is no "
            + options.casesFolder().getFileName()
            + "/<case>/job-test.yml";
    if (options.mustMatch()) {
      throw new InputException(
          options.filter().patterns().isEmpty() ? "test/includes" : "test/filter",
          what,
          "Give patterns of classes below target/test-classes, as in **/*JobCase; without one, failIfNoTests must not be true");
    }
    getLog().info("No job tests: " + what);
  }
}
