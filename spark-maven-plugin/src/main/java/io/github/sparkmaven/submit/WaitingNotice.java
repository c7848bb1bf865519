/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Tells what an application waits for and since when: at once, then every minute, and when it goes
 * on.
 */
final class WaitingNotice {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final SubmitListener listener;
  private final Clock clock;
  private Optional<Instant> since = Optional.empty();
  private Optional<Instant> told = Optional.empty();

  /** Tells a listener, in the time zone of the clock. */
  WaitingNotice(SubmitListener listener, Clock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  /** Takes what the manager reports; the same report may come as often as it is asked for. */
  void report(ApplicationReport report) {
    Instant now = clock.instant();
    if (report.state() == ApplicationState.WAITING) {
      Instant from = report.since().or(() -> since).orElse(now);
      since = Optional.of(from);
      if (told.isEmpty() || !now.isBefore(told.get().plus(EVERY))) {
        told = Optional.of(now);
        listener.noted(text(report, from, now));
      }
    } else if (report.state().known() && told.isPresent()) {
      String waited = ElapsedTime.of(waited(since.orElse(now), now));
      listener.noted(report.id() + " waited " + waited + " for resources");
      since = Optional.empty();
      told = Optional.empty();
    }
  }

  /** Says whether the last report was of an application that waits. */
  boolean waiting() {
    return told.isPresent();
  }

  private String text(ApplicationReport report, Instant from, Instant now) {
    return report.id()
        + " waits for resources since "
        + TIME.format(from.atZone(clock.getZone()))
        + " ("
        + ElapsedTime.of(waited(from, now))
        + ")"
        + (report.detail().isBlank() ? "" : ": " + LastLines.readable(report.detail().strip()));
  }

  /** The manager's clock may be ahead of this machine's. */
  private static Duration waited(Instant from, Instant now) {
    return from.isAfter(now) ? Duration.ZERO : Duration.between(from, now);
  }
}
