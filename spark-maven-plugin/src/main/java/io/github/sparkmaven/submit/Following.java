/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.process.ProcessEnd;
import io.github.sparkmaven.unit.TimeLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Follows a submission: its process on this machine, then what the cluster still has to say. */
final class Following {
  private final SubmitRequest request;
  private final ClusterWatch watch;
  private final ClusterEnding ending;
  private final LedgerPage page;
  private final Showing showing;
  private final Patience patience;
  private final long start = System.nanoTime();
  private Optional<String> followed = Optional.empty();
  private boolean givenUp;

  Following(
      SubmitRequest request,
      ClusterWatch watch,
      ClusterEnding ending,
      LedgerPage page,
      Showing showing,
      Patience patience) {
    this.request = request;
    this.watch = watch;
    this.ending = ending;
    this.page = page;
    this.showing = showing;
    this.patience = patience;
  }

  /**
   * Follows a process that has been started.
   *
   * @param given the name that the application was given, where it has one before it starts
   */
  Evidence follow(Process process, DriverLog log, Optional<String> given) {
    followed = given;
    ProcessEnd end =
        new FollowedProcess(process, log::output, log::error)
            .await(request.options().timeout(), () -> goOn(log.facts()));
    DriverFacts facts = log.facts();
    look(facts);
    boolean timedOut = end.timedOut();
    if (!timedOut && request.target().driverInCluster() && id(facts).isPresent()) {
      timedOut = !awaitCluster(facts);
    }
    return new Evidence(
        request.target(),
        request.options().waitFor(),
        timedOut,
        List.of(),
        givenUp ? OptionalInt.empty() : OptionalInt.of(end.exitCode()),
        log.facts(),
        watch.latest());
  }

  /** Follows an application that an earlier submission has started. */
  Evidence follow(ApplicationReport earlier) {
    followed = Optional.of(earlier.id());
    DriverFacts facts = DriverFacts.NOTHING;
    look(facts);
    boolean timedOut = !awaitCluster(facts);
    return new Evidence(
        request.target(),
        request.options().waitFor(),
        timedOut,
        List.of(),
        OptionalInt.empty(),
        facts,
        watch.latest());
  }

  /**
   * Says whether the client is still to be waited for. Any may hang when the application has ended;
   * one on Kubernetes never ends when its pod was deleted early (it watches for an event that has
   * gone by). A manager that does not answer is no reason to end a client: it may live through
   * that, and where only we cannot ask, its word is the only one.
   */
  private boolean goOn(DriverFacts facts) {
    look(facts);
    boolean ended = watch.latest().filter(report -> report.state().ended()).isPresent();
    givenUp =
        request.target().driverInCluster()
            && (watch.goneFor().compareTo(patience.forClientAfterGone()) > 0
                || (ended && watch.silence().compareTo(patience.forClientAfterEnd()) > 0));
    return !givenUp;
  }

  private void look(DriverFacts facts) {
    ending.knows(id(facts));
    if (asks()) {
      id(facts).ifPresent(watch::follow);
    }
    page.learnt(facts, id(facts), watch.latest());
    showing.look(facts, watch.latest());
  }

  private Optional<String> id(DriverFacts facts) {
    return followed.or(() -> facts.clusterId(request.target()));
  }

  private boolean asks() {
    boolean keepsWaiting =
        request.target().manager() == Manager.YARN
            || request.target().manager() == Manager.KUBERNETES;
    return request.target().driverInCluster()
        || (keepsWaiting && elapsed().compareTo(patience.beforeAsking()) > 0);
  }

  /** Waits for the cluster's word; returns false when the time is up. */
  private boolean awaitCluster(DriverFacts facts) {
    Duration longest =
        facts.reported().filter(report -> report.state().ended()).isPresent()
            ? patience.forManagerAfterClient()
            : patience.forManager();
    while (!enough(watch.latest()) && watch.silence().compareTo(longest) < 0) {
      if (timeIsUp()) {
        return false;
      }
      pause();
      look(facts);
    }
    return true;
  }

  private boolean enough(Optional<ApplicationReport> report) {
    ApplicationState state = report.map(ApplicationReport::state).orElse(ApplicationState.UNKNOWN);
    return switch (request.options().waitFor()) {
      case ACCEPTED -> state.known();
      case RUNNING -> state == ApplicationState.RUNNING || state.ended();
      case END -> state.ended();
    };
  }

  private boolean timeIsUp() {
    return request
        .options()
        .timeout()
        .map(TimeLimit::duration)
        .filter(limit -> elapsed().compareTo(limit) >= 0)
        .isPresent();
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void pause() {
    try {
      Thread.sleep(patience.lookEvery().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException("Interrupted while the application was followed", e);
    }
  }
}
