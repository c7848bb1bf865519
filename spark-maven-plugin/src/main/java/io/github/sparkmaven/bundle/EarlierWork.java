/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.cluster.ClusterClients;
import io.github.sparkmaven.ledger.ProjectHash;
import io.github.sparkmaven.submissions.Kill;
import io.github.sparkmaven.submissions.KillResult;
import io.github.sparkmaven.submissions.Status;
import io.github.sparkmaven.submissions.StatusResult;
import io.github.sparkmaven.submissions.StatusTable;
import io.github.sparkmaven.submissions.SubmissionsRequest;
import io.github.sparkmaven.submit.Project;
import io.github.sparkmaven.submit.SubmitRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Shows and ends what the script, or a build of the same project, has submitted before. */
final class EarlierWork {
  private final ClusterClients clusters;
  private final Console console;
  private final Clock clock;

  EarlierWork(ClusterClients clusters, Console console, Clock clock) {
    this.clusters = clusters;
    this.console = console;
    this.clock = clock;
  }

  /**
   * Follows an order.
   *
   * @param request what would be submitted
   */
  void follow(Order order, SubmitRequest request) {
    SubmissionsRequest submissions = submissions(order, request);
    if (order.option().equals(Order.KILL)) {
      KillResult result = new Kill(clusters, clock).run(submissions);
      result.notes().forEach(console::warned);
      result.said().forEach(console::noted);
    } else {
      show(new Status(clusters, clock).run(submissions));
    }
  }

  private void show(StatusResult result) {
    result.notes().forEach(console::warned);
    if (result.rows().isEmpty()) {
      console.noted("No submission of this bundle is known");
    } else {
      new StatusTable(clock.getZone()).lines(result.rows()).forEach(console::noted);
    }
  }

  private static SubmissionsRequest submissions(Order order, SubmitRequest request) {
    Project project = request.project();
    return new SubmissionsRequest(
        request.submissions(),
        Set.of(ProjectHash.of(project.coordinates(), project.job(), project.environment())),
        project.environment(),
        order.option() + " ID",
        order.submission(),
        Optional.of(request.target()),
        (manager, spark) -> request.jvm());
  }
}
