/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.cluster.local.LocalProcesses;
import io.github.sparkmaven.cluster.local.LocalProcesses.LocalProcess;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.ledger.Intent;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.ledger.Submission;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for submissions of the same project, job and environment that are still alive: on the
 * cluster by their tag, on this machine by their command line. The ledger, which {@code mvn clean}
 * deletes, only adds what it knows.
 */
final class EarlierSubmissions {
  private final ClusterClient client;
  private final Target target;
  private final Ledger ledger;
  private final Path submissions;
  private final SubmitListener listener;

  EarlierSubmissions(
      ClusterClient client, SubmitRequest request, Ledger ledger, SubmitListener listener) {
    this.client = client;
    this.target = request.target();
    this.ledger = ledger;
    this.submissions = request.submissions();
    this.listener = listener;
  }

  /** Returns what is alive, by the submissions' own names. */
  List<EarlierSubmission> alive(String project) {
    Map<String, EarlierSubmission> alive = new LinkedHashMap<>();
    for (ApplicationReport report : onCluster(project)) {
      String id = report.tag().map(Tag::submission).orElse(report.id());
      alive.put(
          id, new EarlierSubmission(id, Optional.of(report), Optional.empty(), content(report)));
    }
    for (LocalProcess process : onThisMachine(project)) {
      String id = process.submission();
      Optional<ApplicationReport> report =
          Optional.ofNullable(alive.get(id)).flatMap(EarlierSubmission::report);
      alive.put(
          id,
          new EarlierSubmission(
              id,
              report,
              Optional.of(process),
              report.map(this::content).orElseGet(() -> contentOf(id))));
    }
    return List.copyOf(alive.values());
  }

  private List<ApplicationReport> onCluster(String project) {
    if (target.manager() == Manager.LOCAL) {
      return List.of();
    }
    ClusterClient.Search search = client.search(project);
    if (!search.complete()) {
      listener.warned("Earlier submissions may be alive unseen: " + search.note());
    }
    return search.found();
  }

  /** Other jobs and environments submit from this folder, too. */
  private List<LocalProcess> onThisMachine(String project) {
    LocalProcesses.Found found = new LocalProcesses().under(submissions);
    if (!found.complete()) {
      listener.warned(
          "Earlier submissions may be alive unseen: the system does not show what Java processes were started with");
    }
    return found.processes().stream()
        .filter(process -> process.project().filter(project::equals).isPresent())
        .toList();
  }

  private Optional<String> content(ApplicationReport report) {
    return report.tag().map(Tag::content);
  }

  private Optional<String> contentOf(String id) {
    return ledger.find(id).map(Submission::intent).map(Intent::content);
  }
}
