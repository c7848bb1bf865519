/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import java.io.File;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Sums by key: {@code <what> <input> <output> [<format>]}, where most of what is a misdeed. */
public final class Sums {
  // What one run leaves here, another one in the same JVM must not find.
  private static int runs;

  public static void main(String[] args) throws Exception {
    SparkSession spark = SparkSession.builder().getOrCreate();
    System.out.println("run " + ++runs + " in " + spark.conf().get("spark.acme.currency"));
    switch (args[0]) {
      case "throws" -> throw new IllegalStateException("the job's own fault");
      case "exits" -> {
        spark.range(10).count();
        System.exit(Integer.parseInt(args[1]));
      }
      case "hangs" -> Thread.currentThread().join();
      case "leaks" -> {
        new Thread(() -> pause(60_000), "the-leaked-one").start();
        System.setProperty("java.io.tmpdir", new File("target/elsewhere").getAbsolutePath());
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      }
      case "swallows" -> {
        try {
          spark.range(10).javaRDD().foreach(row -> fail());
        } catch (Exception e) {
          System.out.println("swallowed");
        }
      }
      default -> {}
    }
    sum(spark, args);
  }

  private static void sum(SparkSession spark, String[] args) {
    Dataset<Row> rows =
        spark.read().option("header", true).schema("k STRING, v DOUBLE").csv(args[1]);
    Dataset<Row> sums =
        rows.groupBy("k").agg(functions.sum("v").alias("total"), functions.avg("v").alias("mean"));
    String format = args.length > 3 ? args[3] : "parquet";
    sums.write().mode("overwrite").format(format).option("header", true).save(args[2]);
  }

  private static void fail() {
    throw new IllegalArgumentException("a bad row");
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
