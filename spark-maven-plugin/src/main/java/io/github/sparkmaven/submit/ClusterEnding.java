/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.hardware.Manager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends what a submission has left on the cluster, once, and tells what could not be ended with the
 * command that does it. The process on this machine is ended by whoever follows it.
 */
final class ClusterEnding {
  // FollowedProcess asks for five seconds, and then uses force.
  private static final Duration LONGEST_END = Duration.ofSeconds(6);

  private final ClusterClient client;
  private final Target target;
  private final Ticket ticket;
  private final SubmitListener listener;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final List<String> left = new CopyOnWriteArrayList<>();
  private volatile Optional<String> id = Optional.empty();
  private volatile Optional<ProcessHandle> submitter = Optional.empty();

  ClusterEnding(ClusterClient client, Target target, Ticket ticket, SubmitListener listener) {
    this.client = client;
    this.target = target;
    this.ticket = ticket;
    this.listener = listener;
  }

  /** Takes the process that submits. */
  void submittedBy(ProcessHandle process) {
    submitter = Optional.of(process);
  }

  /** Takes the manager's name of the application. */
  void knows(Optional<String> known) {
    if (known.isPresent()) {
      id = known;
    }
  }

  /**
   * Ends; only the first call counts.
   *
   * @return what may be left, each with the command that ends it
   */
  List<String> now() {
    if (leavesSomething() && begun.compareAndSet(false, true)) {
      List<String> ids = id.map(List::of).orElseGet(this::found);
      ids.forEach(this::end);
    }
    return List.copyOf(left);
  }

  /**
   * A driver on this machine takes its application with it on a standalone master; YARN and
   * Kubernetes may keep containers of one that was killed.
   */
  private boolean leavesSomething() {
    return target.driverInCluster()
        || ((target.manager() == Manager.YARN || target.manager() == Manager.KUBERNETES)
            && id.isPresent());
  }

  /** The time may be up before spark-submit has said what the application is called. */
  private List<String> found() {
    // As long as it runs, it may still submit what a search does not find yet.
    submitter.ifPresent(ClusterEnding::awaitEnd);
    ClusterClient.Search search = search();
    if (!search.complete()) {
      remains("An application may be left on " + target + ": " + search.note());
    }
    return search.found().stream()
        .filter(report -> report.tag().filter(ticket.tag()::equals).isPresent())
        .map(ApplicationReport::id)
        .toList();
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // What can be found by now is ended all the same.
    }
  }

  /** In a shutdown hook nobody else would tell of a fault, nor of the command that is left. */
  private ClusterClient.Search search() {
    try {
      return client.search(ticket.tag().project());
    } catch (RuntimeException e) {
      return new ClusterClient.Search(false, List.of(), e.toString());
    }
  }

  private ClusterClient.Kill kill(String application) {
    try {
      return client.kill(application);
    } catch (RuntimeException e) {
      return new ClusterClient.Kill(false, e.toString());
    }
  }

  private void end(String application) {
    ClusterClient.Kill kill = kill(application);
    if (kill.ended()) {
      listener.noted("Ended " + application + " on the cluster");
    } else {
      remains(
          application
              + " could not be ended: "
              + kill.said()
              + ". End it with: "
              + client.killCommand(application));
    }
  }

  private void remains(String what) {
    left.add(what);
    listener.warned(what);
  }
}
