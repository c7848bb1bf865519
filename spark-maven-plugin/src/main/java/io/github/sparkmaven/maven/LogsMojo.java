/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.cluster.LiveClusters;
import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.submissions.Logs;
import io.github.sparkmaven.submissions.LogsResult;
import java.time.Clock;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows where the driver's log is and how it ends, fetching it from the cluster where the driver
 * runs there: of the submission that {@code -Dspark.maven.submission} names, of the one that is
 * alive, or of the latest.
 *
 * @since 0.1.0
 */
@Mojo(name = "logs", threadSafe = true)
public final class LogsMojo extends AbstractSparkMojo {
  /**
   * Whether to do nothing; also {@code -Dspark.maven.logs.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipLogs;

  /**
   * How many of the last lines are shown; also {@code -Dspark.maven.logs.lines}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "20")
  private String logLines = "20";

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("logs.skip", skipLogs);
  }

  @Override
  void runGoal(ProjectContext context) {
    new SubmissionsOfProject(context, ownJars().runner(), getLog())
        .request()
        .ifPresent(
            request ->
                show(new Logs(new LiveClusters(), Clock.systemUTC()).run(request, lines(context))));
  }

  private int lines(ProjectContext context) {
    Problems problems = new Problems();
    int lines =
        new ParameterReader("", problems)
            .atLeastZero("logLines", context.userProperties().text("logs.lines").orElse(logLines))
            .orElse(0);
    problems.throwIfAny();
    return lines;
  }

  private void show(LogsResult result) {
    result.notes().forEach(getLog()::warn);
    result.lastLines().forEach(getLog()::info);
    getLog()
        .info(
            "The log of "
                + result.submission()
                + ": "
                + result.file()
                + " ("
                + result.said()
                + ")");
  }
}
