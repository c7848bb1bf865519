/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.ContainerBounds;
import io.github.sparkmaven.hardware.Demand;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.hardware.YarnScheduler;

/**
 * What the queue of a job may use of a YARN cluster.
 *
 * <p>The Capacity Scheduler gives a queue its share of each resource, rounded down ({@code
 * AbstractCSQueue.updateEffectiveResources}, the share a float), and no more than what the cluster
 * has in whole minimum allocations ({@code AbstractParentQueue.getResourceLimitsOfChild}). The Fair
 * Scheduler gives it its share rounded down.
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

  private long mebibytes() {
    return part(clusterMib, yarn.bounds().minimumMib());
  }

  private long vcores() {
    ContainerBounds bounds = yarn.bounds();
    return part(clusterVcores, Math.max(1, bounds.minimumVcores()));
  }

  private long part(long whole, long minimum) {
    double share = yarn.queue().share().doubleValue();
    if (yarn.scheduler() == YarnScheduler.FAIR) {
      return (long) (whole * share);
    }
    double percentage = (float) (share * 100) / 100f;
    return Math.min((long) (whole * percentage), whole / minimum * minimum);
  }
}
