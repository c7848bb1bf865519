/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.ledger.Intent;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.ledger.Outcome;
import io.github.sparkmaven.ledger.Submission;
import io.github.sparkmaven.problem.EnvironmentException;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps a submission's page in the ledger up to date. The intent must be on disk before anything
 * starts; after that the page is a help, and what cannot be written does not change a verdict.
 */
final class LedgerPage {
  private final Ledger ledger;
  private final SubmitListener listener;
  private final Clock clock;
  private Submission written;
  private boolean broken;

  private LedgerPage(Ledger ledger, Submission first, SubmitListener listener, Clock clock) {
    this.ledger = ledger;
    this.listener = listener;
    this.clock = clock;
    this.written = first;
  }

  /**
   * Writes the intent.
   *
   * @throws EnvironmentException if it cannot be written
   */
  static LedgerPage open(Ledger ledger, Intent intent, SubmitListener listener, Clock clock) {
    Submission first = new Submission(intent, Outcome.INTENDED);
    ledger.write(first);
    return new LedgerPage(ledger, first, listener, clock);
  }

  /** Notes the process that was started. */
  void started(ProcessHandle process) {
    Outcome known = written.outcome();
    write(
        new Outcome(
            "running",
            "",
            known.applicationId(),
            known.clusterId(),
            known.ui(),
            Optional.of(process.pid()),
            process.info().startInstant(),
            Optional.empty()));
  }

  /** Notes names and addresses that have become known. */
  void learnt(DriverFacts facts, Optional<String> clusterId, Optional<ApplicationReport> report) {
    Outcome known = written.outcome();
    Optional<String> alive =
        report.map(ApplicationReport::state).filter(ApplicationState::alive).map(LedgerPage::word);
    write(
        new Outcome(
            alive.orElse(known.state()),
            known.message(),
            facts.applicationId().or(known::applicationId),
            clusterId.or(known::clusterId),
            report.flatMap(ApplicationReport::ui).or(facts::ui).map(URI::toString).or(known::ui),
            known.process(),
            known.processStarted(),
            Optional.empty()));
  }

  /** Notes that nothing was started. */
  void notStarted(String why) {
    ended(Outcome.FAILED, why, true);
  }

  /** Notes how it ended, or that it was left alive. */
  void judged(Verdict verdict) {
    // What nobody can tell of may still run.
    ended(word(verdict.state()), verdict.what(), verdict.state().ended());
  }

  private void ended(String state, String message, boolean over) {
    Outcome known = written.outcome();
    write(
        new Outcome(
            state,
            message,
            known.applicationId(),
            known.clusterId(),
            known.ui(),
            known.process(),
            known.processStarted(),
            over ? Optional.of(clock.instant()) : Optional.empty()));
  }

  private static String word(ApplicationState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private void write(Outcome outcome) {
    if (outcome.equals(written.outcome())) {
      return;
    }
    written = written.with(outcome);
    try {
      ledger.write(written);
    } catch (EnvironmentException e) {
      if (!broken) {
        broken = true;
        listener.warned("The ledger is not up to date: " + e.getMessage());
      }
    }
  }
}
