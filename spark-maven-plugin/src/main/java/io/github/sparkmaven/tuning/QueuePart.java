/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.hardware.YarnScheduler;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * What a queue has of one of the cluster's resources.
 *
 * <p>The Capacity Scheduler gives a queue its share of each resource, rounded down ({@code
 * AbstractCSQueue.updateEffectiveResources}, the share a float), and no more than what the cluster
 * has in whole minimum allocations ({@code AbstractParentQueue.getResourceLimitsOfChild}). The Fair
 * Scheduler gives it its share rounded down.
 *
 * @param yarn the scheduler's rules
 * @param whole what all nodes have
 * @param minimum the minimum allocation
 * @param unit what it is counted in
 */
record QueuePart(YarnRules yarn, long whole, long minimum, String unit) {

  /** Returns the queue's part. */
  long amount() {
    return isCut() ? inWholeMinimums() : ofShare();
  }

  /** Returns the steps to the part, with the numbers put in. */
  String text() {
    return isCut()
        ? String.format(
            Locale.ROOT,
            "the cluster's %d %s / %d of the minimum allocation, rounded down = %d; %d x %d = %d",
            whole,
            unit,
            minimum,
            whole / minimum,
            whole / minimum,
            minimum,
            amount())
        : String.format(Locale.ROOT, "the queue's %s%s", shareText(), amount());
  }

  private boolean isCut() {
    return yarn.scheduler() != YarnScheduler.FAIR && inWholeMinimums() < ofShare();
  }

  private long inWholeMinimums() {
    return whole / minimum * minimum;
  }

  private long ofShare() {
    return (long) (whole * factor());
  }

  private double factor() {
    double share = yarn.queue().share().doubleValue();
    return yarn.scheduler() == YarnScheduler.FAIR ? share : (float) (share * 100) / 100f;
  }

  /** Where the float that YARN makes of the share leads elsewhere, it is told in full. */
  private String shareText() {
    if (!yarn.queue().isLimited()) {
      return "";
    }
    BigDecimal share = yarn.queue().share();
    long byHand =
        share.multiply(BigDecimal.valueOf(whole)).setScale(0, RoundingMode.FLOOR).longValue();
    return String.format(
        Locale.ROOT,
        "%s%s x %d %s of the cluster, rounded down = ",
        share.toPlainString(),
        byHand == ofShare() ? "" : ", to YARN " + new BigDecimal(factor()).toPlainString(),
        whole,
        unit);
  }
}
