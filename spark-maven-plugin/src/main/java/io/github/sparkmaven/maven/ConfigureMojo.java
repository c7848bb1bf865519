/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.configure.Configure;
import io.github.sparkmaven.configure.ConfigureResult;
import io.github.sparkmaven.configure.PlanSummary;
import io.github.sparkmaven.plan.PlanFiles;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.problem.Problems;
import java.util.ArrayList;
import java.util.List;
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

  /** It plans for itself. */
  @Override
  boolean servesRun() {
    return false;
  }

  @Override
  void runGoal(ProjectContext context) {
    if (context.spark().isEmpty() && context.environment().hasNoJob()) {
      getLog().info("No job and no dependency on Spark: passed over");
      return;
    }
    SparkVersion known = context.requiredSpark();
    PlanRequests requests = new PlanRequests(context);
    Problems problems = new Problems();
    List<PlanRequest> all = new ArrayList<>();
    for (NamedJob job : context.environment().jobs()) {
      problems.attempt(() -> requests.request(known, job)).ifPresent(all::add);
    }
    problems.throwIfAny();
    Configure.run(all).forEach(this::show);
  }

  private void show(ConfigureResult result) {
    PlanSummary.lines(result.plan()).forEach(getLog()::info);
    result.plan().tuning().warnings().forEach(getLog()::warn);
    PlanFiles files = result.files();
    getLog().info("Written: " + files.defaults() + ", " + files.json() + " and " + files.html());
  }
}
