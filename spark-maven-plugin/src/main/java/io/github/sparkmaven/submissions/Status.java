/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.ClusterClients;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The status goal: how what was submitted stands at this moment. */
public final class Status {
  private final ClusterClients clients;
  private final Clock clock;

  /** Asks live managers through clients. */
  public Status(ClusterClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * Looks, and brings the ledger up to date.
   *
   * @throws io.github.sparkmaven.problem.InputException if the named submission is unknown
   */
  public StatusResult run(SubmissionsRequest request) {
    try (Clusters clusters = new Clusters(clients, request.jvms())) {
      Survey survey = new Survey(request, clusters, clock);
      Optional<String> name = request.submission();
      List<Standing> rows =
          name.isPresent()
              ? List.of(Choice.named(survey, request.parameter(), name.get()))
              : survey.all();
      return new StatusResult(rows, survey.notes());
    }
  }
}
