/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.hardware.DeclaredYarn;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.problem.Problems;
import java.util.Optional;
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
   * The step by which containers grow; by default the minimum allocation, which the Capacity
   * Scheduler takes, and 1g under the Fair Scheduler.
   */
  private @Nullable String incrementAllocation;

  /** {@code yarn.scheduler.maximum-allocation-mb}; by default a whole node's memory. */
  private @Nullable String maximumAllocation;

  /** {@code yarn.scheduler.maximum-allocation-vcores}; by default a whole node's vcores. */
  private @Nullable String maximumVcores;

  /** {@code default} (memory alone, YARN's own default) or {@code dominant}. */
  private @Nullable String resourceCalculator;

  /** {@code yarn.scheduler.minimum-allocation-vcores}; 1 by default. */
  private @Nullable String minimumVcores;

  /** {@code capacity} (YARN's own default) or {@code fair}. */
  private @Nullable String scheduler;

  /**
   * The part of the queue that application masters may use, as {@code
   * yarn.scheduler.capacity.maximum-am-resource-percent} has it; 0.1 by default, 0.5 under the Fair
   * Scheduler.
   */
  private @Nullable String maximumAmShare;

  /** The queue that jobs go to; the site's default queue by default. */
  private @Nullable String queue;

  /** The part of the cluster that the queue may use, above 0 and at most 1; 1 by default. */
  private @Nullable String queueShare;

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
    merged.minimumVcores = Merge.first(minimumVcores, base.minimumVcores);
    merged.scheduler = Merge.first(scheduler, base.scheduler);
    merged.maximumAmShare = Merge.first(maximumAmShare, base.maximumAmShare);
    merged.queue = Merge.first(queue, base.queue);
    merged.queueShare = Merge.first(queueShare, base.queueShare);
    return merged;
  }

  DeclaredYarn toModel(Problems problems) {
    ParameterReader reader = new ParameterReader("cluster/yarn", problems);
    return new DeclaredYarn(
        reader.memory("nodeMemory", nodeMemory),
        reader.integer("nodeVcores", nodeVcores),
        reader.memory("minimumAllocation", minimumAllocation),
        reader.memory("incrementAllocation", incrementAllocation),
        reader.memory("maximumAllocation", maximumAllocation),
        reader.integer("minimumVcores", minimumVcores),
        reader.integer("maximumVcores", maximumVcores),
        reader.choice("resourceCalculator", resourceCalculator, ResourceCalculator.class),
        reader.choice("scheduler", scheduler, YarnScheduler.class),
        reader.decimal("maximumAmShare", maximumAmShare),
        Optional.ofNullable(queue),
        reader.decimal("queueShare", queueShare));
  }
}
