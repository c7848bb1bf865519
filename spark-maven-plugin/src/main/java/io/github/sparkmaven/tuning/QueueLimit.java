/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Demand;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.hardware.YarnScheduler;
import java.util.Locale;

/**
 * What the queue of a job may use of a YARN cluster.
 *
 * @param yarn the scheduler's rules
 * @param clusterMib memory of all nodes
 * @param clusterVcores vcores of all nodes
 * @param driver what the driver or application master takes first
 */
record QueueLimit(YarnRules yarn, long clusterMib, long clusterVcores, Demand driver) {

  /** Says whether the queue holds the driver or application master, and would start it. */
  boolean holdsDriver() {
    return fitsDriver() && (yarn.scheduler() != YarnScheduler.FAIR || fairShareHoldsDriver());
  }

  /** Says whether the queue is large enough for it. */
  boolean fitsDriver() {
    return driver.memoryMib() <= mebibytes() && driver.cores() <= vcores();
  }

  /** Returns the memory in MiB that the driver leaves of the queue. */
  long restMib() {
    return mebibytes() - driver.memoryMib();
  }

  /** Returns what the driver leaves of the queue in whole containers, with the numbers put in. */
  String restText(String driverName) {
    long step = yarn.stepMib();
    String whole =
        restMib() % step == 0 ? "" : String.format(Locale.ROOT, ", in whole %d MiB", step);
    return String.format(
        Locale.ROOT,
        "(%d - %d for the %s) MiB of the queue%s = %d",
        mebibytes(),
        driver.memoryMib(),
        driverName,
        whole,
        restMib() / step * step);
  }

  /** Returns how many executors the queue may have beside the driver. */
  long places(Demand executor) {
    long byMemory = restMib() / executor.memoryMib();
    return executor.cores() == 0
        ? byMemory
        : Math.min(byMemory, (vcores() - driver.cores()) / executor.cores());
  }

  /**
   * The Fair Scheduler never starts an application master over its share; the Capacity Scheduler
   * starts a queue's only one all the same. Source: {@code FSLeafQueue.computeMaxAMResource}.
   */
  private boolean fairShareHoldsDriver() {
    double share = yarn.queue().maximumAmShare().floatValue();
    return driver.memoryMib() <= Math.ceil(mebibytes() * share)
        && driver.cores() <= Math.ceil(vcores() * share);
  }

  /** Returns the steps to the number of executors, with the numbers put in. */
  String text(Demand executor, String driverName) {
    boolean byVcores =
        executor.cores() > 0
            && (vcores() - driver.cores()) / executor.cores() < restMib() / executor.memoryMib();
    return byVcores
        ? ofVcores().text()
            + beside(driver.cores(), vcores(), driverName, executor.cores(), "vcores")
        : ofMemory().text()
            + beside(driver.memoryMib(), mebibytes(), driverName, executor.memoryMib(), "MiB");
  }

  private static String beside(
      long driver, long queue, String driverName, long executor, String unit) {
    String rest =
        driver == 0
            ? ""
            : String.format(
                Locale.ROOT, "; less %d of the %s leaves %d", driver, driverName, queue - driver);
    return String.format(
        Locale.ROOT,
        "%s; / %d %s an executor, rounded down = %d",
        rest,
        executor,
        unit,
        (queue - driver) / executor);
  }

  private long mebibytes() {
    return ofMemory().amount();
  }

  private long vcores() {
    return ofVcores().amount();
  }

  /** Returns the memory that the queue has of the cluster. */
  QueuePart ofMemory() {
    return new QueuePart(yarn, clusterMib, yarn.bounds().minimumMib(), "MiB");
  }

  private QueuePart ofVcores() {
    return new QueuePart(yarn, clusterVcores, Math.max(1, yarn.bounds().minimumVcores()), "vcores");
  }
}
