/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.problem.Problems;
import org.jspecify.annotations.Nullable;

/** The {@code cluster/yarn} element; sizes are written with their unit. */
public final class YarnParameter {
  /**
   * {@code yarn.nodemanager.resource.memory-mb}; by default the memory less 5 % in whole GiB, at
   * least 1 GiB.
   */
  private @Nullable String nodeMemory;

  /**
   * {@code yarn.nodemanager.resource.cpu-vcores}; by default one core less than the machine has.
   */
  private @Nullable String nodeVcores;

  /** {@code yarn.scheduler.minimum-allocation-mb}; 1g by default. */
  private @Nullable String minimumAllocation;

  /**
   * The step by which containers grow; by default the minimum allocation, as in the Capacity
   * Scheduler.
   */
  private @Nullable String incrementAllocation;

  /** {@code yarn.scheduler.maximum-allocation-mb}; by default a whole node's memory. */
  private @Nullable String maximumAllocation;

  /** {@code yarn.scheduler.maximum-allocation-vcores}; by default a whole node's vcores. */
  private @Nullable String maximumVcores;

  /** {@code default} (memory alone, YARN's own default) or {@code dominant}. */
  private @Nullable String resourceCalculator;

  YarnParameter over(@Nullable YarnParameter base) {
    if (base == null) {
      return this;
    }
    YarnParameter merged = new YarnParameter();
    merged.nodeMemory = Merge.first(nodeMemory, base.nodeMemory);
    merged.nodeVcores = Merge.first(nodeVcores, base.nodeVcores);
    merged.minimumAllocation = Merge.first(minimumAllocation, base.minimumAllocation);
    merged.incrementAllocation = Merge.first(incrementAllocation, base.incrementAllocation);
    merged.maximumAllocation = Merge.first(maximumAllocation, base.maximumAllocation);
    merged.maximumVcores = Merge.first(maximumVcores, base.maximumVcores);
    merged.resourceCalculator = Merge.first(resourceCalculator, base.resourceCalculator);
    return merged;
  }

  DeclaredCluster.Yarn toModel(Problems problems) {
    ParameterReader reader = new ParameterReader("cluster/yarn", problems);
    return new DeclaredCluster.Yarn(
        reader.memory("nodeMemory", nodeMemory),
        reader.integer("nodeVcores", nodeVcores),
        reader.memory("minimumAllocation", minimumAllocation),
        reader.memory("incrementAllocation", incrementAllocation),
        reader.memory("maximumAllocation", maximumAllocation),
        reader.integer("maximumVcores", maximumVcores),
        reader.choice("resourceCalculator", resourceCalculator, ResourceCalculator.class));
  }
}
