/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** A task throws. */
public final class Throws {
  private Throws() {}

  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().getOrCreate();
    spark
        .range(1)
        .map(
            (MapFunction<Long, Long>)
                id -> {
                  throw new IllegalStateException("the task's own fault");
                },
            Encoders.LONG())
        .count();
  }
}
