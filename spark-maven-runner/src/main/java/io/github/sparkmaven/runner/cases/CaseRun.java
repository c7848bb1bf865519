/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import io.github.sparkmaven.runner.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs one case in this JVM and leaves its facts on disk. */
final class CaseRun {
  private final CaseRequest request;
  private final CaseOutput output;

  CaseRun(CaseRequest request, CaseOutput output) {
    this.request = request;
    this.output = output;
  }

  /** Runs it, and returns whether this JVM is fit for another one. */
  boolean run() throws IOException {
    Files.createDirectories(request.folder());
    output.begin(request.log());
    Watchdog watchdog =
        Watchdog.start(request.timeoutMillis(), System.err, this::writeThatItTimedOut);
    try {
      return runInThreads();
    } finally {
      watchdog.stop();
      output.restore();
      output.end();
    }
  }

  private boolean runInThreads() throws IOException {
    ThreadGroup group = new ThreadGroup("case-" + request.name());
    Isolation isolation = new Isolation(group);
    AtomicReference<@Nullable CaseFacts> facts = new AtomicReference<>();
    AtomicReference<@Nullable IOException> problem = new AtomicReference<>();
    Thread main =
        new Thread(
            group,
            () -> {
              try {
                facts.set(new SubmittedJob(request).run());
              } catch (IOException e) {
                problem.set(e);
              }
            },
            "main");
    main.start();
    join(main);
    IOException found = problem.get();
    if (found != null) {
      throw found;
    }
    CaseFacts known = Objects.requireNonNull(facts.get());
    if (known.type().equals(OutOfMemoryError.class.getName())) {
      isolation.spend();
    }
    isolation.end();
    known.withNotes(isolation.notes()).write(request.folder());
    return !isolation.isSpent();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeThatItTimedOut() {
    try {
      CaseFacts.timedOut(request.timeoutMillis()).write(request.folder());
    } catch (IOException e) {
      // The exit code of this JVM says it too.
    }
  }
}
