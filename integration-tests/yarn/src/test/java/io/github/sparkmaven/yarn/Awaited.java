/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Waits for what comes in its own time. */
final class Awaited {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long POLL_MS = 200;

  private Awaited() {}

  /**
   * Asks until there is an answer.
   *
   * @param what what is waited for, for the message
   */
  static <T> T until(String what, Callable<Optional<T>> asked) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Optional<T> answer = answer(asked);
      if (answer.isPresent()) {
        return answer.get();
      }
      Thread.sleep(POLL_MS);
    }
    throw new IllegalStateException("There was no " + what);
  }

  private static <T> Optional<T> answer(Callable<Optional<T>> asked) throws InterruptedException {
    try {
      return asked.call();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
