/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.cluster.local.LocalProcesses;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.ledger.Outcome;
import io.github.sparkmaven.ledger.Submission;
import io.github.sparkmaven.process.RunningProcess;
import io.github.sparkmaven.submissions.Standing.Sighting;
import java.net.URI;
import java.util.Optional;

/** Looks for one submission of which no end is known: as a process here, and on its cluster. */
final class Lookout {
  private final Ledger ledger;
  private final Clusters clusters;
  private final Submission page;
  private final Target target;
  private final Optional<SparkVersion> spark;
  private final Optional<OtherHost> elsewhere;

  Lookout(Ledger ledger, Clusters clusters, Submission page, Target target) {
    this.ledger = ledger;
    this.clusters = clusters;
    this.page = page;
    this.target = target;
    this.spark = LedgerTarget.spark(page.intent());
    this.elsewhere = OtherHost.of(page);
  }

  Sighting look() {
    Optional<RunningProcess> process = elsewhere.isEmpty() ? process() : Optional.empty();
    boolean local = target.manager() == Manager.LOCAL;
    if (!target.driverInCluster() && process.isPresent()) {
      return sighting(ApplicationState.RUNNING, "", process);
    }
    if (local) {
      return lost("");
    }
    Optional<ApplicationReport> report = report();
    if (report.isEmpty()) {
      return unnamed(process);
    }
    return target.driverInCluster() ? told(report.get(), process) : withoutDriver(report.get());
  }

  /** In client mode the driver is a process of this machine, and it is not there. */
  private Sighting withoutDriver(ApplicationReport report) {
    // The manager calls an application of client mode successful when its driver says goodbye; the
    // driver's exit code, which nobody saw, may say otherwise.
    return report.state() == ApplicationState.SUCCEEDED
        ? lost("; the manager says that it ended well, which in client mode only the exit code can")
        : told(report, Optional.empty());
  }

  private Sighting told(ApplicationReport report, Optional<RunningProcess> process) {
    return new Sighting(
        report.state(),
        false,
        report.detail(),
        Optional.of(report.id()),
        report.ui().map(URI::toString).or(page.outcome()::ui),
        process);
  }

  /** Nothing on the cluster bears a name that we know. */
  private Sighting unnamed(Optional<RunningProcess> process) {
    if (process.isPresent()) {
      return sighting(ApplicationState.RUNNING, "spark-submit has not named it yet", process);
    }
    ClusterClient.Search search = search();
    return search.complete()
        ? lost(", and nothing of it runs on the cluster")
        : sighting(
            ApplicationState.UNKNOWN,
            "no name of it is known, and the cluster could not be searched: " + search.note(),
            process);
  }

  private Sighting lost(String more) {
    Outcome outcome = page.outcome();
    if (elsewhere.isPresent()) {
      return sighting(ApplicationState.UNKNOWN, elsewhere.get().unseen() + more, Optional.empty());
    }
    String what =
        outcome
            .process()
            .map(pid -> "its process " + pid + " is no longer on this machine")
            .orElse("no process of it is on this machine");
    return new Sighting(
        ApplicationState.UNKNOWN,
        true,
        what + ", and nobody saw how it ended" + more,
        application(),
        outcome.ui(),
        Optional.empty());
  }

  private Sighting sighting(
      ApplicationState state, String detail, Optional<RunningProcess> process) {
    return new Sighting(state, false, detail, application(), page.outcome().ui(), process);
  }

  private Optional<ApplicationReport> report() {
    Optional<String> known = application();
    return known.isPresent()
        ? known.map(id -> clusters.report(target, spark, id))
        : search().found().stream()
            .filter(
                report ->
                    report
                        .tag()
                        .map(Tag::submission)
                        .filter(page.intent().id()::equals)
                        .isPresent())
            .findFirst();
  }

  private ClusterClient.Search search() {
    return clusters.search(target, spark, page.intent().project());
  }

  private Optional<String> application() {
    return page.outcome().clusterId().or(page.outcome()::applicationId);
  }

  /** A build that was killed at the wrong moment has not told the ledger of its process. */
  private Optional<RunningProcess> process() {
    Outcome outcome = page.outcome();
    if (outcome.process().isEmpty()) {
      return new LocalProcesses()
          .under(ledger.folder(page.intent().id())).processes().stream()
              .flatMap(
                  found ->
                      found.started().map(start -> new RunningProcess(found.pid(), start)).stream())
              .findFirst();
    }
    return outcome
        .processStarted()
        .map(started -> new RunningProcess(outcome.process().get(), started))
        .filter(RunningProcess::alive);
  }
}
