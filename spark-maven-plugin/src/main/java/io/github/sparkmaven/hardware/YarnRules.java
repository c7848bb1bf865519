/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

/**
 * What a YARN scheduler does to a request for a container.
 *
 * @param calculator whether vcores count
 * @param minimumMib {@code yarn.scheduler.minimum-allocation-mb}: the smallest container
 * @param incrementMib containers are rounded up to a multiple of this; the Capacity Scheduler uses
 *     the minimum
 * @param maximumMib {@code yarn.scheduler.maximum-allocation-mb}: the largest container
 * @param maximumVcores {@code yarn.scheduler.maximum-allocation-vcores}
 * @param maximumsDeclared whether both maximums were given rather than taken from the node
 */
public record YarnRules(
    ResourceCalculator calculator,
    long minimumMib,
    long incrementMib,
    long maximumMib,
    int maximumVcores,
    boolean maximumsDeclared)
    implements ManagerRules {

  @Override
  public Manager manager() {
    return Manager.YARN;
  }

  /**
   * Returns the container that a request becomes, in MiB.
   *
   * <p>Source: {@code DefaultResourceCalculator.normalize} in hadoop-yarn-common: max(request,
   * minimum) rounded up to the increment, but not beyond the maximum. A request that is itself
   * above the maximum is refused rather than cut, so it is only rounded here.
   */
  public long containerMib(long requestMib) {
    long rounded =
        Math.multiplyExact(
            (Math.max(requestMib, minimumMib) + incrementMib - 1) / incrementMib, incrementMib);
    return requestMib <= maximumMib ? Math.min(rounded, maximumMib) : rounded;
  }
}
