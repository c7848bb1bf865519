/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.hardware.Manager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends what a submission has left on the cluster, once, and tells what could not be ended with the
 * command that does it. The process on this machine is ended by whoever follows it.
 */
final class ClusterEnding {
  // Asked to end, it has five seconds.
  private static final Duration SUBMITTER_PATIENCE = Duration.ofSeconds(6);

  private final ClusterClient client;
  private final Target target;
  private final Ticket ticket;
  private final SubmitListener listener;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile Optional<String> id = Optional.empty();
  private volatile Optional<ProcessHandle> submitter = Optional.empty();

  ClusterEnding(ClusterClient client, Target target, Ticket ticket, SubmitListener listener) {
    this.client = client;
    this.target = target;
    this.ticket = ticket;
    this.listener = listener;
  }

  /** Takes the manager's name of the application. */
  void knows(Optional<String> known) {
    if (known.isPresent()) {
      id = known;
    }
  }

  /** Takes the process that submits; while it lives, it may still send an application. */
  void started(ProcessHandle process) {
    submitter = Optional.of(process);
  }

  /** Ends; only the first call counts. */
  void now() {
    if (leavesSomething() && begun.compareAndSet(false, true)) {
      Map<String, String> left = new LinkedHashMap<>();
      List<String> ids = id.map(List::of).orElseGet(() -> found(search()));
      ids.forEach(application -> end(application, left));
      if ((ids.isEmpty() || !left.isEmpty()) && submitter.isPresent()) {
        awaitSubmitter(submitter.get());
        endWhatCameLate(left);
      }
      left.forEach(this::warn);
    }
  }

  /** An application has its name before the manager hears of it. */
  private void endWhatCameLate(Map<String, String> left) {
    ClusterClient.Search search = client.search(ticket.tag().project());
    if (search.complete()) {
      List<String> alive = found(search);
      if (alive.isEmpty()) {
        String what = left.isEmpty() ? "this submission" : String.join(", ", left.keySet());
        listener.noted("Nothing of " + what + " is alive on the cluster");
      }
      left.keySet().retainAll(alive);
      alive.forEach(application -> end(application, left));
    }
  }

  /**
   * A driver on this machine takes its application with it on a standalone master; YARN and
   * Kubernetes may keep containers of one that was killed, and one that YARN has just been sent
   * waits for its application master.
   */
  private boolean leavesSomething() {
    boolean keeps = target.manager() == Manager.YARN || target.manager() == Manager.KUBERNETES;
    return target.driverInCluster() || (keeps && (id.isPresent() || submitter.isPresent()));
  }

  /** The time may be up before spark-submit has said what the application is called. */
  private ClusterClient.Search search() {
    ClusterClient.Search search = client.search(ticket.tag().project());
    if (!search.complete()) {
      listener.warned("An application may be left on " + target + ": " + search.note());
    }
    return search;
  }

  private List<String> found(ClusterClient.Search search) {
    return search.found().stream()
        .filter(report -> report.tag().filter(ticket.tag()::equals).isPresent())
        .map(ApplicationReport::id)
        .toList();
  }

  private void end(String application, Map<String, String> left) {
    ClusterClient.Kill kill = client.kill(application);
    if (kill.ended()) {
      left.remove(application);
      listener.noted("Ended " + application + " on the cluster");
    } else {
      left.put(application, kill.said());
    }
  }

  private void warn(String application, String said) {
    listener.warned(
        application
            + " could not be ended: "
            + said
            + ". End it with: "
            + client.killCommand(application));
  }

  /** Whoever follows the process ends it at the same time. */
  private static void awaitSubmitter(ProcessHandle process) {
    try {
      process.onExit().get(SUBMITTER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // It lives on, and what can be ended now is ended.
    }
  }
}
