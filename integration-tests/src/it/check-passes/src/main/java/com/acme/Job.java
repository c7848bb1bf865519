/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import org.apache.spark.sql.SparkSession;

/** Counts. */
public final class Job {
  private Job() {}

  public static void main(String[] args) {
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      System.out.println("counted " + spark.range(1000).count());
    }
  }
}
