/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.SparkHome;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Finds or makes the Spark home that the project's jobs are submitted with, and prints its path;
 * with {@code mvn -q} the path alone, on standard output.
 *
 * @since 0.1.0
 */
@Mojo(name = "home", threadSafe = true)
public final class HomeMojo extends AbstractSparkMojo {
  /**
   * Whether to do nothing; also {@code -Dspark.maven.home.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipHome;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("home.skip", skipHome);
  }

  @Override
  void runGoal(ProjectContext context) {
    if (context.spark().isEmpty() && context.environment().hasNoJob()) {
      getLog().info("No job and no dependency on Spark: passed over");
      return;
    }
    SparkVersion spark = context.requiredSpark();
    SparkHome home =
        isOfPython(context)
            ? new HomeOfProject(context, spark)
                .ofPython(new PythonOfProject(context).environment(spark, getLog()))
            : context.home(spark, new PlanRequests(context).manager(spark));
    if (getLog().isInfoEnabled()) {
      getLog().info("Spark home: " + home.path() + " (" + home.origin() + ")");
    } else {
      System.out.println(home.path());
    }
  }

  private static boolean isOfPython(ProjectContext context) {
    return context.environment().jobs().stream()
        .allMatch(job -> new PythonJob(context, job).isPython());
  }
}
