/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.cluster.ClusterClient.Kill;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends a driver or an application, and waits until the master says that it has ended. */
final class KillOrder {
  private static final long LOOK_EVERY_MILLIS = 200;

  private final MasterPages masters;
  private final SubmissionServers servers;
  private final String id;
  private final long end;

  KillOrder(MasterPages masters, SubmissionServers servers, String id, Duration patience) {
    this.masters = masters;
    this.servers = servers;
    this.id = id;
    this.end = System.nanoTime() + patience.toNanos();
  }

  Kill run() {
    MasterPages.Asked asked = masters.ask();
    if (asked.state().isEmpty()) {
      return overRest(asked.why());
    }
    MasterState state = asked.state().get();
    Optional<Seen> seen = seen(state);
    if (seen.isEmpty()) {
      return new Kill(false, MasterPages.json(state.page()) + " does not know " + id);
    }
    if (!seen.get().active()) {
      return new Kill(true, "it had ended before: " + seen.get().state());
    }
    List<String> refusals = order(state, seen.get().kind());
    return refusals.isEmpty() ? awaitEnd() : new Kill(false, String.join("; ", refusals));
  }

  /** Orders the end of what only the submission server can be asked about: a driver. */
  private Kill overRest(List<String> silent) {
    List<String> why = new ArrayList<>(silent);
    SubmissionServers.Said ordered = servers.kill(id);
    why.addAll(ordered.why());
    if (ordered.address().isEmpty()) {
      return new Kill(false, "no master answers: " + String.join("; ", why));
    }
    SubmissionServers.Said status = servers.status(id);
    if (!ordered.success() && status.state().isEmpty()) {
      return new Kill(false, ordered.message());
    }
    while (status.state().filter(KillOrder::goesOn).isPresent() && rest()) {
      status = servers.status(id);
    }
    String state = status.state().orElse("UNKNOWN");
    return goesOn(state) || state.equals("UNKNOWN")
        ? new Kill(false, "the master took the order, and says " + state)
        : new Kill(true, "the master says " + state);
  }

  /** Asks the submission server first, whose answer says whether the order was taken. */
  private List<String> order(MasterState state, String kind) {
    List<String> why = new ArrayList<>();
    if (kind.equals("driver")) {
      SubmissionServers.Said said = servers.kill(id);
      if (said.success()) {
        return List.of();
      }
      why.addAll(said.why());
    }
    try {
      masters.kill(state.page(), kind, id);
      return List.of();
    } catch (IOException e) {
      why.add(String.valueOf(e.getMessage()));
      return why;
    }
  }

  private Kill awaitEnd() {
    Optional<Seen> last = Optional.empty();
    do {
      Optional<MasterState> state = masters.ask().state();
      if (state.isPresent()) {
        last = state.flatMap(this::seen);
        if (last.filter(Seen::active).isEmpty()) {
          return new Kill(true, "the master says " + last.map(Seen::state).orElse("no more of it"));
        }
      }
    } while (rest());
    return new Kill(
        false,
        "the master took the order, and still says "
            + last.map(Seen::state).orElse("nothing")
            + ": a driver has "
            + "10 s to end (spark.worker.driverTerminateTimeout), and with spark.ui.killEnabled=false"
            + " the web UI's order is passed over");
  }

  private Optional<Seen> seen(MasterState state) {
    Optional<Seen> driver = state.driver(id).map(it -> new Seen("driver", it.state(), it.active()));
    return driver.or(() -> state.app(id).map(it -> new Seen("app", it.state(), it.active())));
  }

  private static boolean goesOn(String state) {
    return state.equals("SUBMITTED") || state.equals("RUNNING");
  }

  /** Waits a little, unless the time is up. */
  private boolean rest() {
    if (System.nanoTime() >= end) {
      return false;
    }
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What is to be ended, as the master shows it. */
  private record Seen(String kind, String state, boolean active) {}
}
