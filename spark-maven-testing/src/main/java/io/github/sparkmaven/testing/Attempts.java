/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.ArrayList;
import java.util.List;

/** Steps each of which is tried, whatever became of those before it. */
final class Attempts {
  /** A step that may fail in any way. */
  @FunctionalInterface
  interface Step {
    void run() throws Exception;
  }

  private final List<String> failed = new ArrayList<>();
  private final List<Exception> causes = new ArrayList<>();

  @SuppressWarnings("InterruptedExceptionSwallowed") // no step waits for long, and all are to run
  void run(String what, Step step) {
    try {
      step.run();
    } catch (Exception e) {
      failed.add("could not " + what + ": " + e.getMessage());
      causes.add(e);
    }
  }

  void throwIfAnyFailed(String heading) {
    if (failed.isEmpty()) {
      return;
    }
    IllegalStateException all =
        new IllegalStateException(heading + ": " + String.join("; ", failed), causes.get(0));
    causes.stream().skip(1).forEach(all::addSuppressed);
    throw all;
  }
}
