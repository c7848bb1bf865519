/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.spark.sql.SparkSession;

/** Ends in the way that its first argument names. */
public final class Job {
  private Job() {}

  public static void main(String[] args) {
    switch (args[0]) {
      case "succeeds" -> count(SparkSession.builder());
      case "sets-local-master" -> count(SparkSession.builder().master("local[1]"));
      case "throws" -> {
        SparkSession.builder().appName("job").getOrCreate();
        throw new IllegalStateException("the job's own fault");
      }
      case "exits-with-3" -> {
        SparkSession.builder().appName("job").getOrCreate();
        System.exit(3);
      }
      case "task-fails" ->
          SparkSession.builder()
              .appName("job")
              .getOrCreate()
              .sql("select assert_true(id < 3) from range(9)")
              .collect();
      case "makes-no-context" -> System.out.println("no context");
      case "throws-without-context" -> throw new IllegalStateException("too early");
      case "hangs" -> hang();
      default -> {
        for (String arg : args) {
          // Base64, so that what was given can be compared byte for byte.
          byte[] bytes = arg.getBytes(StandardCharsets.UTF_8);
          System.out.println("argument " + Base64.getEncoder().encodeToString(bytes) + ".");
        }
      }
    }
  }

  private static void count(SparkSession.Builder builder) {
    SparkSession spark = builder.appName("job").getOrCreate();
    System.out.println("counted " + spark.range(1000).count());
    System.out.println("overhead " + spark.conf().get("spark.sql.shuffle.partitions"));
    spark.stop();
  }

  private static void hang() {
    try {
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
