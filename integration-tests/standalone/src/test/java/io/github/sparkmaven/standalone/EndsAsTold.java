/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/** A job that ends, or does not, as its argument says. */
public final class EndsAsTold {
  static final String PRINTS = "what a driver prints: naïve";

  private EndsAsTold() {}

  /** Takes {@code well}, {@code throws}, {@code exits}, {@code sleeps} or {@code works}. */
  public static void main(String[] arguments) throws InterruptedException {
    System.out.println(PRINTS);
    switch (arguments[0]) {
      case "throws" -> throw new IllegalStateException("the job's own fault");
      case "exits" -> System.exit(3);
      case "sleeps" -> sleep();
      case "works" -> work();
      default -> System.err.println("nothing to do");
    }
  }

  private static void work() throws InterruptedException {
    SparkContext context = new SparkContext(new SparkConf());
    try {
      sleep();
    } finally {
      context.stop();
    }
  }

  private static void sleep() throws InterruptedException {
    TimeUnit.MINUTES.sleep(5);
  }
}
