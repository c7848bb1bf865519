/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.spark.sql.SparkSession;

public class Job {
  public static void main(String[] arguments) {
    for (String argument : arguments) {
      byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
      System.out.println("argument " + Base64.getEncoder().encodeToString(bytes) + ".");
    }
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      System.out.println("counted " + spark.range(1000).count());
      System.out.println("scala " + scala.util.Properties.versionNumberString());
    }
  }
}
