/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

/**
 * How large YARN makes a container. Its largest is never more than the largest node has, whatever
 * the site says ({@code ClusterNodeTracker.getMaxAllowedAllocation}).
 *
 * @param minimumMib {@code yarn.scheduler.minimum-allocation-mb}: the smallest container
 * @param incrementMib containers are rounded up to a multiple of this; the Capacity Scheduler uses
 *     the minimum
 * @param maximumMib {@code yarn.scheduler.maximum-allocation-mb}: the largest container
 * @param minimumVcores {@code yarn.scheduler.minimum-allocation-vcores}
 * @param maximumVcores {@code yarn.scheduler.maximum-allocation-vcores}
 */
public record ContainerBounds(
    long minimumMib, long incrementMib, long maximumMib, int minimumVcores, int maximumVcores) {

  /**
   * Returns the container that a request becomes, in MiB.
   *
   * <p>Source: {@code DefaultResourceCalculator.normalize} in hadoop-yarn-common: max(request,
   * minimum) rounded up to the increment, but not beyond the maximum. A request that is itself
   * above the maximum is refused rather than cut, so it is only rounded here.
   */
  public long memoryMib(long requestMib) {
    long rounded = roundedUp(Math.max(requestMib, minimumMib), incrementMib);
    return requestMib <= maximumMib ? Math.min(rounded, maximumMib) : rounded;
  }

  /**
   * Returns the vcores of the container that a request becomes.
   *
   * @param stepVcores vcores are rounded up to a multiple of this
   */
  public int vcores(int requested, int stepVcores) {
    long rounded = roundedUp(Math.max(requested, minimumVcores), stepVcores);
    return (int) (requested <= maximumVcores ? Math.min(rounded, maximumVcores) : rounded);
  }

  private static long roundedUp(long value, long step) {
    return Math.multiplyExact((value + step - 1) / step, step);
  }
}
