/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends this JVM when something takes too long, and shows first what every thread is at: from
 * outside, nobody can tell what a test waits for.
 */
public final class Watchdog {
  /** The exit code of a JVM that was ended so, as of the command {@code timeout}. */
  public static final int TIMED_OUT = 124;

  private final CountDownLatch done = new CountDownLatch(1);

  private Watchdog() {}

  /**
   * Begins to watch.
   *
   * @param millis how long it may take; 0 for no limit
   * @param out where the stacks are shown
   * @param atEnd called before the JVM is ended
   */
  public static Watchdog start(long millis, PrintStream out, Runnable atEnd) {
    Watchdog watchdog = new Watchdog();
    if (millis > 0) {
      Thread thread = new Thread(() -> watchdog.watch(millis, out, atEnd), "watchdog");
      thread.setDaemon(true);
      thread.start();
    }
    return watchdog;
  }

  private void watch(long millis, PrintStream out, Runnable atEnd) {
    try {
      if (!done.await(millis, TimeUnit.MILLISECONDS)) {
        out.println("Timed out after " + millis + " ms; what each thread was at:");
        Thread.getAllStackTraces().forEach((thread, stack) -> show(thread, stack, out));
        out.flush();
        atEnd.run();
        // Not exit: a shutdown hook may be what hangs.
        Runtime.getRuntime().halt(TIMED_OUT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void show(Thread thread, StackTraceElement[] stack, PrintStream out) {
    if (thread == Thread.currentThread()) {
      return;
    }
    out.println();
    out.println('"' + thread.getName() + "\" " + thread.getState());
    for (StackTraceElement element : stack) {
      out.println("    at " + element);
    }
  }

  /** Ends watching. */
  public void stop() {
    done.countDown();
  }
}
