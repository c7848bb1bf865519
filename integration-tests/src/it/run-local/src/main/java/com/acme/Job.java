/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import java.util.Arrays;
import org.apache.spark.sql.SparkSession;
import org.slf4j.LoggerFactory;

/** Prints what it is given, and where it runs. */
public final class Job {
  private Job() {}

  public static void main(String[] args) {
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      System.out.println("greeting " + Greeting.TEXT);
      System.out.println("arguments " + Arrays.asList(args));
      System.out.println("master " + spark.conf().get("spark.master"));
      System.out.println(
          "executors " + spark.conf().getOption("spark.executor.instances").isDefined());
      System.out.println("zone " + spark.conf().get("spark.sql.session.timeZone"));
      System.out.println("secret " + spark.conf().get("spark.acme.password").length());
      System.out.println("counted " + spark.range(1000).filter("id % 2 = 0").count());
      System.err.println("on standard error");
      LoggerFactory.getLogger(Job.class).info("the job's own log");
      spark.range(3).write().saveAsTable("numbers");
    }
  }
}
