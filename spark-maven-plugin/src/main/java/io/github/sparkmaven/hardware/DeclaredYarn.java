/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The {@code cluster/yarn} part of a declaration.
 *
 * @param nodeMemory {@code yarn.nodemanager.resource.memory-mb}
 * @param nodeVcores {@code yarn.nodemanager.resource.cpu-vcores}
 * @param minimumAllocation {@code yarn.scheduler.minimum-allocation-mb}
 * @param incrementAllocation the step by which containers grow
 * @param maximumAllocation {@code yarn.scheduler.maximum-allocation-mb}
 * @param minimumVcores {@code yarn.scheduler.minimum-allocation-vcores}
 * @param maximumVcores {@code yarn.scheduler.maximum-allocation-vcores}
 * @param calculator {@code yarn.scheduler.capacity.resource-calculator}
 * @param scheduler {@code yarn.resourcemanager.scheduler.class}
 * @param maximumAmShare {@code yarn.scheduler.capacity.maximum-am-resource-percent}
 * @param queue the queue's name
 * @param queueShare the part of the cluster that the queue may use
 */
public record DeclaredYarn(
    Optional<MemorySize> nodeMemory,
    OptionalInt nodeVcores,
    Optional<MemorySize> minimumAllocation,
    Optional<MemorySize> incrementAllocation,
    Optional<MemorySize> maximumAllocation,
    OptionalInt minimumVcores,
    OptionalInt maximumVcores,
    Optional<ResourceCalculator> calculator,
    Optional<YarnScheduler> scheduler,
    Optional<BigDecimal> maximumAmShare,
    Optional<String> queue,
    Optional<BigDecimal> queueShare) {

  /** A part of which nothing was declared. */
  public static final DeclaredYarn NOTHING =
      new DeclaredYarn(
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
