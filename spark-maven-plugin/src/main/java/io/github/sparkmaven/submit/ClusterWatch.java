/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Asks the manager about one application again and again, in a thread of its own, so that nobody
 * waits for a slow answer.
 */
final class ClusterWatch implements AutoCloseable {
  private final ClusterClient client;
  private final Duration every;
  private @Nullable Thread thread;
  private @Nullable ApplicationReport latest;
  private long lastKnown = System.nanoTime();
  private OptionalLong goneSince = OptionalLong.empty();

  ClusterWatch(ClusterClient client, Duration every) {
    this.client = client;
    this.every = every;
  }

  /** Begins to ask about an application; only the first call counts. */
  synchronized void follow(String id) {
    if (thread == null) {
      lastKnown = System.nanoTime();
      thread = new Thread(() -> ask(id), "cluster-watch");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Returns the latest report; a known state is never replaced by an unknown one. */
  synchronized Optional<ApplicationReport> latest() {
    return Optional.ofNullable(latest);
  }

  /** Returns for how long the manager has not told a state. */
  synchronized Duration silence() {
    // Who was never asked is not silent.
    return thread == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastKnown);
  }

  /** Returns for how long the manager has answered that there is no trace of the application. */
  synchronized Duration goneFor() {
    return goneSince.isPresent()
        ? Duration.ofNanos(System.nanoTime() - goneSince.getAsLong())
        : Duration.ZERO;
  }

  private void ask(String id) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        take(report(id));
        if (latest().filter(report -> report.state().ended()).isPresent()) {
          return;
        }
        Thread.sleep(every.toMillis());
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** A fault of the client is no answer, and the next question may have one. */
  private ApplicationReport report(String id) {
    try {
      return client.report(id);
    } catch (RuntimeException e) {
      return ApplicationReport.unknown(id, e.toString());
    }
  }

  private synchronized void take(ApplicationReport report) {
    boolean known = report.state().known();
    if (report.state() != ApplicationState.GONE) {
      goneSince = OptionalLong.empty();
    } else if (goneSince.isEmpty()) {
      goneSince = OptionalLong.of(System.nanoTime());
    }
    if (known) {
      lastKnown = System.nanoTime();
    }
    if (known || latest == null || !latest.state().known()) {
      latest = report;
    }
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
