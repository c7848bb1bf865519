/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The queue that jobs go to.
 *
 * @param name its name, where one is given
 * @param share the part of the cluster that it may use: above 0, at most 1
 * @param maximumAmShare the part of the queue that application masters may use: above 0, at most 1
 */
public record YarnQueue(Optional<String> name, BigDecimal share, BigDecimal maximumAmShare) {
  /**
   * Returns the default of {@code maximumAmShare}: {@code
   * yarn.scheduler.capacity.maximum-am-resource-percent} has 0.1, the Fair Scheduler's {@code
   * queueMaxAMShareDefault} 0.5.
   */
  static BigDecimal defaultMaximumAmShare(YarnScheduler scheduler) {
    return new BigDecimal(scheduler == YarnScheduler.FAIR ? "0.5" : "0.1");
  }

  /** Says whether the queue may use less than the cluster. */
  public boolean isLimited() {
    return share.compareTo(BigDecimal.ONE) < 0;
  }
}
