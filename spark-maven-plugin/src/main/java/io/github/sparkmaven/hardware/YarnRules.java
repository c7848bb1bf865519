/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

/**
 * What a YARN scheduler does to a request for a container.
 *
 * @param scheduler which scheduler it is
 * @param calculator whether the Capacity Scheduler counts vcores
 * @param bounds how large containers become
 * @param queue the queue and its share
 * @param maximumsDeclared whether both maximums were given rather than taken from the node
 */
public record YarnRules(
    YarnScheduler scheduler,
    ResourceCalculator calculator,
    ContainerBounds bounds,
    YarnQueue queue,
    boolean maximumsDeclared)
    implements ManagerRules {

  @Override
  public Manager manager() {
    return Manager.YARN;
  }

  /** Says whether a node's vcores limit what it holds. */
  public boolean countsVcores() {
    return scheduler == YarnScheduler.FAIR || calculator == ResourceCalculator.DOMINANT;
  }

  @Override
  public Demand setAside(Demand request) {
    return new Demand(bounds.memoryMib(request.memoryMib()), vcores(request), request.gpus());
  }

  /**
   * Source: {@code DominantResourceCalculator.normalize}, whose step is the minimum under the
   * Capacity Scheduler ({@code SchedulerUtils.normalizeResource}), and 1 under the Fair Scheduler
   * ({@code FairScheduler.getNormalizedResource}).
   */
  private int vcores(Demand request) {
    if (!countsVcores()) {
      return 0;
    }
    int step = scheduler == YarnScheduler.FAIR ? 1 : bounds.minimumVcores();
    return bounds.vcores(request.cores(), step);
  }

  @Override
  public boolean accepts(Demand request) {
    return request.memoryMib() <= bounds.maximumMib() && request.cores() <= bounds.maximumVcores();
  }

  @Override
  public long largestMib() {
    return bounds.maximumMib();
  }

  @Override
  public long stepMib() {
    return bounds.incrementMib();
  }

  /** Returns these rules under another calculator. */
  public YarnRules with(ResourceCalculator other) {
    return new YarnRules(scheduler, other, bounds, queue, maximumsDeclared);
  }
}
