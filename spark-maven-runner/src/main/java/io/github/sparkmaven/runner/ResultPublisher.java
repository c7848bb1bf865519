/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import io.github.sparkmaven.runner.CaseResult.Verdict;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes results known as they come: events to the plugin, reports to the disk.
 *
 * <p>JUnit logs and forgets what a listener throws. The first thing that goes wrong is therefore
 * kept, and thrown where the totals are asked for.
 */
public final class ResultPublisher {
  private final EventChannel channel;
  private final SurefireReport report;
  private Counts totals = Counts.NONE;
  private Optional<IOException> problem = Optional.empty();

  /** Publishes by events and reports. */
  public ResultPublisher(EventChannel channel, SurefireReport report) {
    this.channel = channel;
    this.report = report;
  }

  /** Tells that the tests of a class, or of a group, begin. */
  public synchronized void classStarted(String className) {
    attempt(() -> channel.send("class-started", className));
  }

  /** Tells how a test went. */
  public synchronized void caseFinished(String className, CaseResult result) {
    Thrown thrown = result.thrown();
    if (result.verdict() == Verdict.SKIPPED) {
      attempt(() -> channel.send("test-skipped", className, result.name(), thrown.message()));
    } else if (result.verdict() != Verdict.PASSED) {
      String kind = result.verdict().name().toLowerCase(Locale.ROOT);
      attempt(
          () ->
              channel.send(
                  "test-failed",
                  className,
                  result.name(),
                  kind,
                  result.millis(),
                  thrown.summary(),
                  thrown.details()));
    }
  }

  /** Writes the report first, so that whoever sees the event finds the file. */
  public synchronized void classFinished(ClassResult result) {
    Counts counts = result.counts();
    totals = totals.plus(counts);
    attempt(
        () -> {
          report.write(result);
          channel.send(
              "class-finished",
              result.className(),
              counts.run(),
              counts.failures(),
              counts.errors(),
              counts.skipped(),
              result.millis());
        });
  }

  /**
   * Sends the last event.
   *
   * @throws IOException if an event or a report of this run got lost
   */
  public synchronized void publishTotals() throws IOException {
    if (problem.isPresent()) {
      throw problem.get();
    }
    channel.send("finished", totals.run(), totals.failures(), totals.errors(), totals.skipped());
  }

  /** Tells that the time is up, for this JVM is about to be ended. */
  void publishTimeout() {
    // Not synchronized: whoever hangs may hold the lock.
    try {
      channel.send("timed-out");
    } catch (IOException e) {
      // The exit code says so too.
    }
  }

  private void attempt(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      if (!problem.isPresent()) {
        problem = Optional.of(e);
      }
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
