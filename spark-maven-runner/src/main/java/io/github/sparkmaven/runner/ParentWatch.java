/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Ends this JVM when the one that started it is gone: a Maven that was killed cannot end its forks,
 * and they would go on writing to a folder that the next build has cleaned.
 */
public final class ParentWatch {
  /** The exit code of a JVM that was ended so; nobody is left to see it. */
  static final int ORPHANED = 125;

  private static final long LOOK_EVERY_MILLIS = 500;

  private ParentWatch() {}

  /**
   * Begins to watch; on Java 8, which cannot look at other processes, nothing is watched.
   *
   * @param pid the process id of the JVM that started this one; 0 for none
   */
  public static void start(long pid) {
    if (pid == 0) {
      return;
    }
    try {
      Class<?> handles = Class.forName("java.lang.ProcessHandle");
      Optional<?> parent = (Optional<?>) handles.getMethod("of", long.class).invoke(null, pid);
      Method isAlive = handles.getMethod("isAlive");
      Thread thread = new Thread(() -> watch(parent, isAlive), "parent-watch");
      thread.setDaemon(true);
      thread.start();
    } catch (ReflectiveOperationException e) {
      // Java 8.
    }
  }

  private static void watch(Optional<?> parent, Method isAlive) {
    try {
      while (parent.isPresent() && (boolean) isAlive.invoke(parent.get())) {
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
      Runtime.getRuntime().halt(ORPHANED);
    } catch (ReflectiveOperationException e) {
      // Nothing is known of it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
