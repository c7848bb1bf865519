/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.configure.Configure;
import io.github.sparkmaven.configure.ConfigureRequest;
import io.github.sparkmaven.configure.ConfigureResult;
import io.github.sparkmaven.configure.PlanSummary;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Plans a tuned Spark configuration from declared hardware and writes it to {@code
 * target/spark/plans}.
 *
 * @since 0.1.0
 */
@Mojo(name = "configure", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class ConfigureMojo extends AbstractSparkMojo {
  /**
   * Whether to do nothing; also {@code -Dspark.maven.configure.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipConfigure;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("configure.skip", skipConfigure);
  }

  @Override
  void runGoal(ProjectContext context) {
    Optional<SparkVersion> spark = context.spark();
    if (spark.isEmpty() && context.declaration().job().isEmpty()) {
      getLog().info("No job and no dependency on Spark: passed over");
      return;
    }
    ConfigureResult result =
        Configure.run(
            new ConfigureRequest(
                new PlanRequests(context).request(context.requiredSpark()),
                context.sparkFolder("plans")));
    PlanSummary.lines(result.plan()).forEach(getLog()::info);
    result.plan().tuning().warnings().forEach(getLog()::warn);
    getLog().info("Written: " + result.files().defaults() + " and " + result.files().json());
  }
}
