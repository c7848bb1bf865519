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
 * on. What a running one still lacks is told once it has lasted: executors never come all at once.
 */
final class WaitingNotice {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration LASTING = Duration.ofSeconds(10);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final SubmitListener listener;
  private final Clock clock;
  private Optional<Instant> since = Optional.empty();
  private Optional<Instant> told = Optional.empty();
  private Optional<Instant> lackingSince = Optional.empty();
  private Optional<Instant> lackTold = Optional.empty();

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
    if (report.state() != ApplicationState.UNKNOWN) {
      lack(report, now);
    }
  }

  private void lack(ApplicationReport report, Instant now) {
    if (report.state() != ApplicationState.RUNNING || report.detail().isBlank()) {
      lackingSince = Optional.empty();
      lackTold = Optional.empty();
      return;
    }
    Instant from = lackingSince.orElse(now);
    lackingSince = Optional.of(from);
    Instant due = lackTold.map(last -> last.plus(EVERY)).orElse(from.plus(LASTING));
    if (!now.isBefore(due)) {
      lackTold = Optional.of(now);
      listener.noted(
          report.id() + since(from, now) + ": " + LastLines.readable(report.detail().strip()));
    }
  }

  private String text(ApplicationReport report, Instant from, Instant now) {
    return report.id()
        + " waits for resources"
        + since(from, now)
        + (report.detail().isBlank() ? "" : ": " + LastLines.readable(report.detail().strip()));
  }

  private String since(Instant from, Instant now) {
    return " since "
        + TIME.format(from.atZone(clock.getZone()))
        + " ("
        + ElapsedTime.of(waited(from, now))
        + ")";
  }

  /** The manager's clock may be ahead of this machine's. */
  private static Duration waited(Instant from, Instant now) {
    return from.isAfter(now) ? Duration.ZERO : Duration.between(from, now);
  }
}
