/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Bounds how long a call may take, because Hadoop's client has waits that no setting shortens. */
final class Deadline {
  private final int seconds;
  private final String asked;

  /**
   * Sets a bound.
   *
   * @param asked who is asked, for the message
   */
  Deadline(int seconds, String asked) {
    this.seconds = seconds;
    this.asked = asked;
  }

  /** Calls; a call that is given up goes on in its thread, which does not keep the JVM. */
  <T> T call(Callable<T> call) throws Exception {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "asking");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new NoAnswer(asked + " gave no answer within " + seconds + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
    }
  }
}
