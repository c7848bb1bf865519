/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;

/** A job that waits for as many executors as it is told to expect, and prints how many came. */
public final class ExecutorCount {
  static final String SAYS = "executors registered: ";
  private static final long PATIENCE_SECONDS = 120;

  private ExecutorCount() {}

  /** Takes the number of executors to expect. */
  public static void main(String[] arguments) throws InterruptedException {
    Semaphore added = new Semaphore(0);
    SparkContext context = new SparkContext(new SparkConf());
    context.addSparkListener(
        new SparkListener() {
          @Override
          public void onExecutorAdded(SparkListenerExecutorAdded event) {
            added.release();
          }
        });
    // Those that came before the listener are not among its events.
    int expected = Integer.parseInt(arguments[0]);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (registered(context) < expected && System.nanoTime() < end) {
      added.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    System.out.println(SAYS + registered(context));
    context.stop();
  }

  /** The driver's own block manager is listed too. */
  private static int registered(SparkContext context) {
    return context.statusTracker().getExecutorInfos().length - 1;
  }
}
