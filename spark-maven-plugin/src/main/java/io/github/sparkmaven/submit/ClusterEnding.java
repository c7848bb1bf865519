/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.hardware.Manager;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends what a submission has left on the cluster, once, and tells what could not be ended with the
 * command that does it. The process on this machine is ended by whoever follows it.
 */
final class ClusterEnding {
  private final ClusterClient client;
  private final Target target;
  private final Ticket ticket;
  private final SubmitListener listener;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final List<String> left = new CopyOnWriteArrayList<>();
  private volatile Optional<String> id = Optional.empty();

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
    ClusterClient.Search search = client.search(ticket.tag().project());
    if (!search.complete()) {
      remains("An application may be left on " + target + ": " + search.note());
    }
    return search.found().stream()
        .filter(report -> report.tag().filter(ticket.tag()::equals).isPresent())
        .map(ApplicationReport::id)
        .toList();
  }

  private void end(String application) {
    ClusterClient.Kill kill = client.kill(application);
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
