/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes.job;

import java.util.Arrays;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Counts on the cluster, prints the count, and ends with the exit code of its first argument. */
public final class CountAndExit {
  private CountAndExit() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (JavaSparkContext context = new JavaSparkContext(new SparkConf())) {
      System.out.println("counted " + context.parallelize(Arrays.asList(1, 2, 3), 2).count());
      Thread.sleep(arguments.length > 1 ? Long.parseLong(arguments[1]) : 0);
    }
    System.exit(Integer.parseInt(arguments[0]));
  }
}
