/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.maven.parameter.PrepareTestsParameter;
import io.github.sparkmaven.preparetests.PrepareTests;
import io.github.sparkmaven.preparetests.PrepareTestsResult;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Gives surefire, failsafe, scalatest-maven-plugin and IDEs the JVM options that Spark needs on
 * Java 17 and later, by the property {@code argLine} and the file {@code
 * target/spark/test-jvm.options}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "prepare-tests",
    defaultPhase = LifecyclePhase.INITIALIZE,
    requiresDependencyCollection = ResolutionScope.TEST,
    threadSafe = true)
public final class PrepareTestsMojo extends AbstractSparkMojo {
  /**
   * How the options reach the tests, and which: {@code propertyName} ({@code argLine}), {@code
   * fastStart} (true) and {@code localMode} (true).
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable PrepareTestsParameter prepareTests;

  /**
   * Whether to do nothing; also {@code -Dspark.maven.prepareTests.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipPrepareTests;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("prepareTests.skip", skipPrepareTests);
  }

  /** It runs no tests. */
  @Override
  boolean servesRun() {
    return false;
  }

  @Override
  void runGoal(ProjectContext context) {
    Optional<SparkVersion> spark = new TestDependencies(context).spark();
    if (spark.isEmpty()) {
      getLog().info("No Spark on the test class path: passed over");
      return;
    }
    PrepareTestsRequests requests =
        new PrepareTestsRequests(
            context,
            expressions(),
            Optional.ofNullable(prepareTests).orElseGet(PrepareTestsParameter::new));
    PrepareTestsResult result = PrepareTests.run(requests.of(spark.get()));
    requests.handOver(result);
    result.warnings().forEach(getLog()::warn);
    getLog().debug(requests.propertyName() + ": " + result.value());
    getLog()
        .info(
            "Options for Spark "
                + spark.get().version()
                + " handed over in the property "
                + requests.propertyName()
                + result.optionsFile().map(file -> ", and to IDEs in " + file).orElse(""));
  }
}
