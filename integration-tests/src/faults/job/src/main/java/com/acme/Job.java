/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Ends in the way that its argument names. */
public final class Job {
  private Job() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "succeeds" -> count(session());
      case "main-throws" -> {
        count(session());
        throw new IllegalStateException("the job's own fault");
      }
      case "exits-with-3" -> {
        count(session());
        System.exit(3);
      }
      case "task-fails" -> inTask(session(), () -> fail("the task's own fault"));
      case "no-context" -> System.out.println("no context");
      case "throws-without-context" -> fail("too early");
      case "sets-master-local" -> count(SparkSession.builder().master("local[1]").getOrCreate());
      case "executor-killed" -> {
        inTask(session(), Job::killOnce);
        System.out.println("survived");
      }
      case "driver-killed" -> {
        count(session());
        kill(ProcessHandle.current());
        hang();
      }
      case "worker-killed" -> {
        // Of a driver in cluster mode.
        count(session());
        kill(ProcessHandle.current().parent().orElseThrow());
        hang();
      }
      case "out-of-memory" -> {
        SparkSession spark = session();
        List<byte[]> all = new ArrayList<>();
        while (spark != null) {
          all.add(new byte[64 << 20]);
        }
      }
      case "non-daemon-thread" -> {
        Thread thread = new Thread(Job::linger, "lingers");
        thread.setDaemon(false);
        thread.start();
        count(session());
      }
      case "hangs" -> {
        SparkSession spark = session();
        System.out.println("hanging " + spark.sparkContext().applicationId());
        hang();
      }
      case "exits-when-told" -> {
        count(session());
        int code = told(Path.of(args[1]));
        // An exit with 0 would be an early one for YARN's application master, and so a failure.
        if (code != 0) {
          System.exit(code);
        }
      }
      default -> throw new IllegalArgumentException(Arrays.toString(args));
    }
  }

  private static SparkSession session() {
    return SparkSession.builder().appName("faults").getOrCreate();
  }

  private static void count(SparkSession spark) {
    System.out.println("counted " + spark.range(1000).count());
  }

  /** What a task does. */
  private interface Deed extends java.io.Serializable {
    void run() throws Exception;
  }

  private static void inTask(SparkSession spark, Deed deed) {
    new JavaSparkContext(spark.sparkContext())
        .parallelize(List.of(1), 1)
        .foreach(ignored -> deed.run());
  }

  private static void fail(String message) {
    throw new IllegalArgumentException(message);
  }

  private static void killOnce() throws Exception {
    if (TaskContext.get().attemptNumber() == 0) {
      kill(ProcessHandle.current());
      hang();
    }
  }

  /** As the operating system does when memory is short: without a word. */
  private static void kill(ProcessHandle process) throws Exception {
    new ProcessBuilder("kill", "-9", "" + process.pid()).start().waitFor();
  }

  /** Longer than main takes, and not for ever. */
  private static void linger() {
    try {
      Thread.sleep(8_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says in a file beside that it runs, and waits for the file that holds the exit code. */
  private static int told(Path file) throws Exception {
    Files.createFile(file.resolveSibling(file.getFileName() + ".runs"));
    // Whoever was to tell may be gone.
    for (int i = 0; i < 3_000 && !Files.exists(file); i++) {
      Thread.sleep(100);
    }
    return Integer.parseInt(Files.readString(file));
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
