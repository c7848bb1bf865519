/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.cluster.LiveClusters;
import io.github.sparkmaven.submissions.Status;
import io.github.sparkmaven.submissions.StatusResult;
import io.github.sparkmaven.submissions.StatusTable;
import java.time.Clock;
import java.time.ZoneId;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows what was submitted and how it stands, asking the cluster; {@code -Dspark.maven.submission}
 * names one by its own name or the cluster's.
 *
 * @since 0.1.0
 */
@Mojo(name = "status", threadSafe = true)
public final class StatusMojo extends AbstractSparkMojo {
  /**
   * Whether to do nothing; also {@code -Dspark.maven.status.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipStatus;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("status.skip", skipStatus);
  }

  @Override
  void runGoal(ProjectContext context) {
    new SubmissionsOfProject(context, ownJars().runner(), getLog())
        .request()
        .ifPresent(request -> show(new Status(new LiveClusters(), Clock.systemUTC()).run(request)));
  }

  private void show(StatusResult result) {
    result.notes().forEach(getLog()::warn);
    if (result.rows().isEmpty()) {
      getLog().info("No submission of this project is known");
    } else {
      new StatusTable(ZoneId.systemDefault()).lines(result.rows()).forEach(getLog()::info);
    }
  }
}
