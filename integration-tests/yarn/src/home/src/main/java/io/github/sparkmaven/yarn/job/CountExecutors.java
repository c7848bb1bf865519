/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn.job;

import java.util.Collections;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Waits for the expected executors and then for more of them, uses all their cores once and prints
 * what there is.
 */
public final class CountExecutors {
  private static final long PATIENCE_MS = 600_000;

  // That no more come can only be seen by waiting; nodes ask for work every second.
  private static final long QUIET_MS = 10_000;

  private CountExecutors() {}

  /** Takes the number of executors to wait for. */
  public static void main(String[] arguments) throws InterruptedException {
    int expected = Integer.parseInt(arguments[0]);
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf())) {
      long end = System.currentTimeMillis() + PATIENCE_MS;
      while (executors(spark) < expected && System.currentTimeMillis() < end) {
        Thread.sleep(200);
      }
      awaitQuiet(spark);
      // The default parallelism may be set to something else.
      int cores = executors(spark) * spark.getConf().getInt("spark.executor.cores", 1);
      long tasks = spark.parallelize(Collections.nCopies(cores, 1), cores).count();
      System.out.println(
          "executors=" + executors(spark) + " cores=" + cores + " tasks=" + tasks);
    }
  }

  private static void awaitQuiet(JavaSparkContext spark) throws InterruptedException {
    int seen = executors(spark);
    for (long quiet = 0; quiet < QUIET_MS; quiet += 200) {
      Thread.sleep(200);
      int now = executors(spark);
      quiet = now == seen ? quiet : 0;
      seen = now;
    }
  }

  // The status tracker counts the driver as well.
  private static int executors(JavaSparkContext spark) {
    return spark.sc().statusTracker().getExecutorInfos().length - 1;
  }
}
