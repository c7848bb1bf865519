/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps a case from those that run after it in the same JVM: ends its context, puts back what it
 * changed, and says when the JVM cannot be used any more.
 */
final class Isolation {
  // Hive keeps its client and its Derby database for the life of the JVM.
  private static final String HIVE = "org.apache.hadoop.hive.metastore.HiveMetaStoreClient";
  private static final long GRACE_MILLIS = 3_000;

  private final JvmState before = JvmState.now();
  private final ThreadGroup group;
  private final List<String> notes = new ArrayList<>();
  private boolean spent;

  /**
   * Begins with a case.
   *
   * @param group holds the threads that the case starts
   */
  Isolation(ThreadGroup group) {
    this.group = group;
  }

  /** Cleans up after the case. */
  void end() {
    stopContext();
    List<Thread> left = threadsLeft();
    if (!left.isEmpty()) {
      List<String> names = new ArrayList<>();
      left.forEach(thread -> names.add(thread.getName()));
      notes.add(
          "it left "
              + left.size()
              + " thread(s) that would keep spark-submit from ending: "
              + String.join(", ", names));
      left.forEach(Thread::interrupt);
      spent = true;
    }
    notes.addAll(before.restore());
    spent |= usesHive();
  }

  /** A line for each thing that the case should not have done. */
  List<String> notes() {
    return notes;
  }

  /** Whether the next case needs another JVM. */
  boolean isSpent() {
    return spent;
  }

  /** A JVM that has run out of memory is not to be trusted. */
  void spend() {
    spent = true;
  }

  private void stopContext() {
    try {
      // Scala's way to a method that Spark keeps for itself, and that Java sees.
      Class<?> companion = Class.forName("org.apache.spark.SparkContext$");
      Object context =
          companion.getMethod("getActive").invoke(companion.getField("MODULE$").get(null));
      Method isDefined = context.getClass().getMethod("isDefined");
      if ((boolean) isDefined.invoke(context)) {
        Object active = context.getClass().getMethod("get").invoke(context);
        active.getClass().getMethod("stop").invoke(active);
      }
      SparkSession.clearActiveSession();
      SparkSession.clearDefaultSession();
      FileSystem.closeAll();
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      notes.add("its context could not be ended: " + e);
      spent = true;
    }
  }

  /** Waits a little: a pool that was shut down needs a moment. */
  private List<Thread> threadsLeft() {
    long end = System.nanoTime() + GRACE_MILLIS * 1_000_000;
    List<Thread> left = alive();
    while (!left.isEmpty() && System.nanoTime() < end) {
      try {
        left.get(0).join(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return left;
      }
      left = alive();
    }
    return left;
  }

  private List<Thread> alive() {
    Thread[] threads = new Thread[group.activeCount() * 2 + 16];
    int count = group.enumerate(threads);
    List<Thread> alive = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (!threads[i].isDaemon() && threads[i] != Thread.currentThread()) {
        alive.add(threads[i]);
      }
    }
    return alive;
  }

  private static boolean usesHive() {
    try {
      Method find = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
      // Spark's module options open java.lang.
      find.setAccessible(true);
      return find.invoke(ClassLoader.getSystemClassLoader(), HIVE) != null;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false;
    }
  }
}
