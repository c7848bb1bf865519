/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn.job;

import java.util.Collections;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Ends in the way that its argument says. */
public final class Ending {
  private Ending() {}

  /** Takes the ending's name. */
  public static void main(String[] arguments) throws InterruptedException {
    String ending = arguments[0];
    System.out.println("the driver was told: " + ending);
    if (ending.equals("no-context")) {
      return;
    }
    if (ending.equals("throws-before-context")) {
      throw new IllegalStateException("thrown by main before a context");
    }
    SparkConf conf = new SparkConf();
    if (ending.equals("local-master")) {
      conf.setMaster("local[1]");
    }
    JavaSparkContext spark = new JavaSparkContext(conf);
    spark.parallelize(Collections.nCopies(4, 1), 2).map(one -> task(ending, one)).count();
    switch (ending) {
      case "throws":
        throw new IllegalStateException("thrown by main");
      case "exit-3":
        System.exit(3);
        break;
      case "hangs":
        System.out.println("the driver hangs");
        Thread.sleep(3_600_000);
        break;
      case "out-of-memory":
        System.out.println(new long[Integer.MAX_VALUE - 8].length);
        break;
      default:
        spark.close();
    }
    System.out.println("the driver ends");
  }

  private static int task(String ending, int one) {
    if (ending.equals("task-fails")) {
      throw new IllegalStateException("thrown by a task");
    }
    return one;
  }
}
