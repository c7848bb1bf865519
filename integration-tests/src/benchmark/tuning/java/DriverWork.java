/* SPDX-License-Identifier: Apache-2.0 */

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a driver does beside waiting, again and again in one session: plans a query, hands out empty
 * tasks, and sums up collected rows. Prints the seconds of the first time and of later ones, which
 * tells what a flag of the driver's JVM gives a short job and costs a long one.
 *
 * <p>Argument: the folder of the data.
 */
public final class DriverWork {
  private static final int PLANS = 400;
  private static final int TASKS = 10_000;
  private static final int ROWS = 2_000_000;
  private static final int TIMES = 5;

  private DriverWork() {}

  public static void main(String[] arguments) {
    SparkSession spark = SparkSession.builder().appName("driver-work").getOrCreate();
    Queries.open(spark, arguments[0]);
    double planning = 0;
    for (int done = 1; done <= PLANS; done++) {
      planning += seconds(() -> Queries.plan(spark));
      if (done == 1 || done == 50 || done == 200 || done == PLANS) {
        tell("plans up to " + done, planning);
      }
    }
    JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
    List<Integer> numbers = Collections.nCopies(TASKS, 1);
    for (int time = 1; time <= TIMES; time++) {
      double handing = seconds(() -> context.parallelize(numbers, TASKS).count());
      double collecting = seconds(() -> sum(spark));
      if (time == 1 || time == TIMES) {
        tell(TASKS + " tasks, time " + time, handing);
        tell(ROWS + " rows, time " + time, collecting);
      }
    }
    spark.stop();
  }

  private static void sum(SparkSession spark) {
    long sum = 0;
    for (Row row : spark.range(ROWS).selectExpr("id", "cast(id as string)").collectAsList()) {
      sum += row.getLong(0) + row.getString(1).length();
    }
    if (sum < ROWS) {
      throw new IllegalStateException("rows are missing: " + sum);
    }
  }

  private static double seconds(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void tell(String what, double seconds) {
    System.out.printf(Locale.ROOT, "driver seconds=%.3f work=%s%n", seconds, what);
  }
}
