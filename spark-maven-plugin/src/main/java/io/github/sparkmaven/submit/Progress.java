/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Tells how far the application is, from its UI's REST interface, at most every five seconds.
 *
 * <p>The UI is asked in a thread of its own, so that {@link #look} never waits. A UI that does not
 * answer is no fault: there is no progress then.
 */
final class Progress implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration HEARTBEAT = Duration.ofMinutes(1);

  private final SubmitListener listener;
  private final Clock clock;
  private final Instant start;
  private final Object lock = new Object();
  private final Executor executor;
  private boolean asking;
  private Instant asked;
  private Instant told;
  private String last = "";
  private String shown = "";
  private Optional<String> applicationId = Optional.empty();
  private Optional<Instant> failing = Optional.empty();
  private boolean answered;
  private boolean complained;
  private boolean closed;

  /** Tells a listener; time is measured from now. */
  Progress(SubmitListener listener, Clock clock) {
    this(listener, clock, Progress::start);
  }

  /** Asks the UI in an executor. */
  Progress(SubmitListener listener, Clock clock, Executor executor) {
    this.executor = executor;
    this.listener = listener;
    this.clock = clock;
    this.start = clock.instant();
    this.asked = Instant.MIN;
    this.told = start;
  }

  /**
   * Looks whether there is something to tell; to be called every half a second or so while the
   * application runs.
   */
  void look(DriverFacts facts) {
    synchronized (lock) {
      Instant now = clock.instant();
      if (closed || asking || facts.ui().isEmpty() || now.isBefore(due(now))) {
        return;
      }
      asked = now;
      URI ui = facts.ui().get();
      Optional<String> known = facts.applicationId().or(() -> applicationId);
      asking = true;
      executor.execute(() -> ask(ui, known));
    }
  }

  /** Returns the application's id as the UI gives it, which is the only one to know it locally. */
  Optional<String> applicationId() {
    synchronized (lock) {
      return applicationId;
    }
  }

  /** Ends the progress line; nothing is told any more. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      if (!shown.isEmpty()) {
        listener.progress("");
      }
    }
  }

  /** Until it knows the application, the UI is asked more often: its id is to be told soon. */
  private Instant due(Instant now) {
    if (asked.equals(Instant.MIN)) {
      return now;
    }
    if (answered) {
      return (told.isAfter(asked) ? told : asked).plus(EVERY);
    }
    return asked.plus(complained ? EVERY : EVERY.dividedBy(5));
  }

  private void ask(URI uri, Optional<String> known) {
    SparkUi ui = new SparkUi(uri);
    try {
      Optional<String> id = known.isPresent() ? known : ui.applicationId();
      if (id.isPresent()) {
        Optional<String> line = ui.progress(id.get());
        synchronized (lock) {
          tell(id.get(), known, line);
        }
      }
    } catch (IOException | RuntimeException e) {
      synchronized (lock) {
        complain(uri, e);
      }
    } finally {
      synchronized (lock) {
        asking = false;
      }
    }
  }

  private void tell(String id, Optional<String> known, Optional<String> line) {
    if (closed) {
      return;
    }
    answered = true;
    failing = Optional.empty();
    applicationId = Optional.of(id);
    if (known.isEmpty()) {
      listener.noted("Application " + id);
    }
    Instant now = clock.instant();
    if (line.isPresent() && !line.get().equals(last)) {
      last = line.get();
      show(last, now);
    } else if (!now.isBefore(told.plus(HEARTBEAT))) {
      String still = "still running for " + ElapsedTime.of(Duration.between(start, now));
      show(last.isEmpty() ? "The application is " + still : last + "; " + still, now);
    }
  }

  private void show(String line, Instant now) {
    told = now;
    shown = line;
    listener.progress(line);
  }

  /** While an application starts, its UI refuses for a moment: only what lasts is told. */
  private void complain(URI ui, Exception e) {
    Instant now = clock.instant();
    Instant first = failing.orElse(now);
    failing = Optional.of(first);
    if (!complained && !closed && !now.isBefore(first.plus(PATIENCE))) {
      complained = true;
      listener.traced("No progress is shown, because " + ui + " does not answer: " + firstLine(e));
    }
  }

  private static void start(Runnable question) {
    Thread thread = new Thread(question, "spark-progress");
    thread.setDaemon(true);
    thread.start();
  }

  private static String firstLine(Exception e) {
    return e.toString().lines().findFirst().orElse("");
  }
}
