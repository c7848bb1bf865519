/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import org.apache.spark.sql.SparkSession;
import org.opentest4j.AssertionFailedError;

/** Needs a library at run time that Spark does not have. */
public final class Job {
  private Job() {}

  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().appName("job").getOrCreate();
    String message = new AssertionFailedError("counted " + spark.range(1000).count()).getMessage();
    System.out.println(message);
    System.out.println("files " + spark.sparkContext().jars());
    System.out.println("variable " + System.getenv("ACME_STAGE"));
    spark.stop();
    if (args.length > 0 && args[0].equals("throws")) {
      throw new AssertionFailedError("the job's own fault");
    }
  }
}
