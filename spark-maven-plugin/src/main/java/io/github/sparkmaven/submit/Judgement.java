/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Turns evidence into the build's result: completes it with the log of a driver that ran on the
 * cluster, judges, and says what a person should do next.
 */
final class Judgement {
  private final ClusterClient client;
  private final SubmitRequest request;
  private final Ticket ticket;
  private final SubmitListener listener;
  private final Evidence evidence;
  private final Verdict verdict;

  private Judgement(
      ClusterClient client,
      SubmitRequest request,
      Ticket ticket,
      SubmitListener listener,
      Evidence evidence) {
    this.client = client;
    this.request = request;
    this.ticket = ticket;
    this.listener = listener;
    this.evidence = withClusterLog(evidence);
    this.verdict = Verdict.of(this.evidence);
  }

  /** Judges. */
  static Judgement of(
      Evidence evidence,
      ClusterClient client,
      SubmitRequest request,
      Ticket ticket,
      SubmitListener listener) {
    return new Judgement(client, request, ticket, listener, evidence);
  }

  Verdict verdict() {
    return verdict;
  }

  /**
   * Returns the result.
   *
   * @throws JobFailedException if the job failed, or nobody can tell
   */
  SubmitResult result() {
    if (verdict.good()) {
      warnOfSilence();
      return new SubmitResult(
          ticket.id(),
          verdict.state(),
          evidence.facts().applicationId().or(this::clusterId),
          log());
    }
    throw new JobFailedException(
        FailureText.of(
            request.application(), what(), verdict.exitCode(), cause(), log(), nextStep()));
  }

  private void warnOfSilence() {
    if (verdict.state() != ApplicationState.SUCCEEDED) {
      return;
    }
    String onlyWord =
        request.target().driverInCluster() ? "the manager's word alone" : "the exit code alone";
    boolean unread = driverIsToldOfByItsLog() && !Files.exists(ticket.clusterLog());
    boolean unnamed =
        request.target().manager() != Manager.LOCAL && evidence.facts().applicationId().isEmpty();
    if (unread || unnamed) {
      listener.warned(
          "The driver's log "
              + (unread ? "could not be read: " : "names no application: ")
              + onlyWord
              + " says that the job succeeded; nothing shows that it ran on the cluster's executors");
    }
  }

  /** YARN fails a driver in the cluster that makes no context on YARN; others do not look. */
  private boolean driverIsToldOfByItsLog() {
    return request.target().driverInCluster() && request.target().manager() != Manager.YARN;
  }

  private String what() {
    if (evidence.timedOut()) {
      return "did not end within "
          + request.options().timeout().orElseThrow()
          + (evidence.left().isEmpty()
              ? " and was ended, with every process that it started"
              : ", and may still run");
    }
    return verdict.what();
  }

  /** What the manager says stands in for what the driver did not. */
  private Optional<RootCause> cause() {
    return evidence
        .facts()
        .cause()
        .or(
            () ->
                detail()
                    .filter(detail -> !detail.isBlank())
                    .map(detail -> new RootCause(detail, "")));
  }

  /** Why the manager cannot tell is no cause of a failure that its client was told of. */
  private Optional<String> detail() {
    if (verdict.state() == ApplicationState.UNKNOWN) {
      // The last report is of when it was known; now the manager may say why it no longer is.
      return clusterId().map(id -> client.report(id).detail());
    }
    return evidence
        .report()
        .filter(report -> report.state().known())
        .or(() -> evidence.facts().reported())
        .map(ApplicationReport::detail);
  }

  private String nextStep() {
    if (evidence.timedOut()) {
      return evidence.left().isEmpty()
          ? "Raise " + request.steps().timeout() + ", or look for what it waits for in the log"
          : String.join("; ", evidence.left());
    }
    if (!verdict.next().isEmpty()) {
      return verdict.next();
    }
    boolean unknown = verdict.state() == ApplicationState.UNKNOWN;
    if (unknown || (request.target().driverInCluster() && lacksFix())) {
      return clusterId()
          .map(id -> "Look at it with: " + client.lookCommand(id))
          .orElse(unknown ? "Look for it on " + request.target() : "");
    }
    return "";
  }

  private boolean lacksFix() {
    return cause().map(RootCause::hint).filter(hint -> !hint.isEmpty()).isEmpty();
  }

  private Optional<String> clusterId() {
    return evidence
        .report()
        .map(ApplicationReport::id)
        .or(() -> evidence.facts().clusterId(request.target()));
  }

  private Path log() {
    return Files.exists(ticket.clusterLog()) ? ticket.clusterLog() : ticket.log();
  }

  /**
   * The driver's own words say why it failed, and whether it ran where it should; it is fetched
   * once the driver has ended.
   */
  private Evidence withClusterLog(Evidence seen) {
    boolean ended =
        seen.report().filter(report -> report.state().ended()).isPresent()
            || seen.facts().reported().filter(report -> report.state().ended()).isPresent();
    Optional<String> id =
        seen.report().map(ApplicationReport::id).or(() -> seen.facts().clusterId(request.target()));
    if (!request.target().driverInCluster() || !ended || id.isEmpty()) {
      return seen;
    }
    try {
      listener.noted(client.logs(id.get(), ticket.clusterLog()));
      return seen.with(
          seen.facts()
              .with(
                  DriverLog.read(
                      ticket.clusterLog(),
                      request.target()::setting,
                      request.application().isPython())));
    } catch (IOException e) {
      return withoutClusterLog(seen, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // A fault of the client must not take the place of a verdict that is known.
      return withoutClusterLog(seen, e.toString());
    }
  }

  /** What was had of it before that failed must not be taken for the log. */
  private Evidence withoutClusterLog(Evidence seen, String why) {
    AtomicFile.remove(ticket.clusterLog());
    listener.noted("The driver's log stays on the cluster: " + why);
    return seen;
  }
}
