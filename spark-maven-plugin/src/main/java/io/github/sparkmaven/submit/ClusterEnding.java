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
  private static final Duration SUBMITTER_PATIENCE = Duration.ofSeconds(6);

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

  /** Takes the process that submits; while it lives, it may still send an application. */
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
      Map<String, String> refused = new LinkedHashMap<>();
      Optional<ClusterClient.Search> search =
          id.isPresent() ? Optional.empty() : Optional.of(search());
      List<String> ids = search.map(this::found).orElseGet(() -> id.stream().toList());
      ids.forEach(application -> end(application, refused));
      if (submitter.isPresent()) {
        awaitEnd(submitter.get());
        search = Optional.of(endWhatCameLate(refused, ids.isEmpty()));
      }
      search.ifPresent(last -> doubt(last, refused));
      refused.forEach(this::remains);
    }
    return List.copyOf(left);
  }

  /** An application has its name before the manager hears of it. */
  private ClusterClient.Search endWhatCameLate(Map<String, String> refused, boolean unnamed) {
    ClusterClient.Search search = search();
    List<String> alive = found(search);
    if (search.complete()) {
      refused.keySet().removeIf(application -> gone(application, alive));
      if (unnamed && alive.isEmpty()) {
        listener.noted("Nothing of this submission is alive on the cluster");
      }
    }
    alive.forEach(application -> end(application, refused));
    return search;
  }

  private boolean gone(String application, List<String> alive) {
    boolean gone = !alive.contains(application) && !alive(application);
    if (gone) {
      listener.noted("Nothing of " + application + " is alive on the cluster");
    }
    return gone;
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

  private List<String> found(ClusterClient.Search search) {
    return search.found().stream()
        .filter(report -> report.tag().filter(ticket.tag()::equals).isPresent())
        .map(ApplicationReport::id)
        .toList();
  }

  /** Whoever follows the process ends it at the same time. */
  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(SUBMITTER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
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

  private boolean alive(String application) {
    try {
      return client.report(application).state().alive();
    } catch (RuntimeException e) {
      return true;
    }
  }

  private ClusterClient.Kill kill(String application) {
    try {
      return client.kill(application);
    } catch (RuntimeException e) {
      return new ClusterClient.Kill(false, e.toString());
    }
  }

  private void end(String application, Map<String, String> refused) {
    ClusterClient.Kill kill = kill(application);
    if (kill.ended()) {
      refused.remove(application);
      listener.noted("Ended " + application + " on the cluster");
    } else {
      refused.put(application, kill.said());
    }
  }

  /** Of what could not be searched, what is known by its name was told to end by that. */
  private void doubt(ClusterClient.Search search, Map<String, String> refused) {
    if (!search.complete() && id.isEmpty() && refused.isEmpty()) {
      remains("An application may be left on " + target + ": " + search.note());
    }
  }

  private void remains(String application, String said) {
    remains(
        application
            + " could not be ended: "
            + said
            + ". End it with: "
            + client.killCommand(application));
  }

  private void remains(String what) {
    left.add(what);
    listener.warned(what);
  }
}
