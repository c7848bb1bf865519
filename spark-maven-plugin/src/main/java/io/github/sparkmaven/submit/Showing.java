/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import java.time.Clock;
import java.util.Optional;

/** Shows a person how a submission goes: its progress, and what it waits for. */
final class Showing implements AutoCloseable {
  private final Progress progress;
  private final WaitingNotice waiting;

  Showing(SubmitListener listener, Clock clock) {
    this.progress = new Progress(listener, clock);
    this.waiting = new WaitingNotice(listener, clock);
  }

  /** Shows what is new; never waits. */
  void look(DriverFacts facts, Optional<ApplicationReport> report) {
    report.ifPresent(waiting::report);
    progress.look(facts.seenBy(report));
  }

  @Override
  public void close() {
    progress.close();
  }
}
