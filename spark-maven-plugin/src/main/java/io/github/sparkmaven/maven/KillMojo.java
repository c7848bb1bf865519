/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.cluster.LiveClusters;
import io.github.sparkmaven.submissions.Kill;
import io.github.sparkmaven.submissions.KillResult;
import java.time.Clock;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Ends what was submitted, on this machine and on the cluster: the only one that is alive, or those
 * that {@code -Dspark.maven.submission} names, its own name, the cluster's or {@code all}.
 *
 * @since 0.1.0
 */
@Mojo(name = "kill", threadSafe = true)
public final class KillMojo extends AbstractSparkMojo {
  /**
   * Whether to do nothing; also {@code -Dspark.maven.kill.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipKill;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("kill.skip", skipKill);
  }

  @Override
  void runGoal(ProjectContext context) {
    new SubmissionsOfProject(context, ownJars().runner(), getLog())
        .request()
        .ifPresent(request -> show(new Kill(new LiveClusters(), Clock.systemUTC()).run(request)));
  }

  private void show(KillResult result) {
    result.notes().forEach(getLog()::warn);
    result.said().forEach(getLog()::info);
  }
}
