/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figures of a YARN cluster as far as one side, the POM or the site, states them.
 *
 * <p>The components bear the names of {@code cluster/yarn} in the POM.
 *
 * @param nodeMemory memory that a NodeManager hands out
 * @param nodeVcores vcores that a NodeManager hands out
 * @param minimumAllocation the smallest container; the Fair Scheduler allows 0
 * @param incrementAllocation the step by which containers grow; only the Fair Scheduler has one
 * @param maximumAllocation the largest container
 * @param minimumVcores the fewest vcores of a container
 * @param maximumVcores the most vcores of a container
 * @param scheduler the scheduler
 * @param resourceCalculator whether vcores count
 * @param maximumAmShare the share of a queue that application masters may take, 0 to 1
 * @param queueShare the share of the cluster that one user of the queue may take, 0 to 1
 */
public record YarnFigures(
    Optional<MemorySize> nodeMemory,
    Optional<Integer> nodeVcores,
    Optional<MemorySize> minimumAllocation,
    Optional<MemorySize> incrementAllocation,
    Optional<MemorySize> maximumAllocation,
    Optional<Integer> minimumVcores,
    Optional<Integer> maximumVcores,
    Optional<YarnScheduler> scheduler,
    Optional<ResourceCalculator> resourceCalculator,
    Optional<Double> maximumAmShare,
    Optional<Double> queueShare) {

  /** States nothing. */
  public static final YarnFigures NOTHING =
      new YarnFigures(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Returns these figures, and those of {@code fallback} where these state nothing. */
  public YarnFigures or(YarnFigures fallback) {
    return new YarnFigures(
        first(fallback, YarnFigures::nodeMemory),
        first(fallback, YarnFigures::nodeVcores),
        first(fallback, YarnFigures::minimumAllocation),
        first(fallback, YarnFigures::incrementAllocation),
        first(fallback, YarnFigures::maximumAllocation),
        first(fallback, YarnFigures::minimumVcores),
        first(fallback, YarnFigures::maximumVcores),
        first(fallback, YarnFigures::scheduler),
        first(fallback, YarnFigures::resourceCalculator),
        first(fallback, YarnFigures::maximumAmShare),
        first(fallback, YarnFigures::queueShare));
  }

  private <T> Optional<T> first(
      YarnFigures fallback, Function<YarnFigures, Optional<T>> component) {
    return component.apply(this).or(() -> component.apply(fallback));
  }
}
