/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.StandaloneRules;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.unit.MemorySize;

/**
 * The driver, and the place that it or its application master takes on the cluster.
 *
 * @param deployMode where it runs
 * @param cores {@code spark.driver.cores}; they count in cluster mode only
 * @param heapMib {@code spark.driver.memory}
 * @param overheadMib the JVM's memory beside the heap
 * @param clusterMib memory in MiB, as the manager counts it, taken on one node; 0 where nothing is
 * @param clusterCores cores taken on that node
 */
public record DriverLayout(
    DeployMode deployMode,
    int cores,
    long heapMib,
    long overheadMib,
    long clusterMib,
    int clusterCores) {

  // spark.yarn.am.memory and spark.yarn.am.cores (docs/running-on-yarn.md); its overhead is the
  // usual minimum.
  private static final long APPLICATION_MASTER_MIB = 512 + ExecutorSizer.MINIMUM_OVERHEAD_MIB;

  /** Returns the driver of a workload; 1 GiB and 1 core, Spark's defaults, unless pinned. */
  static DriverLayout of(Cluster cluster, Workload workload) {
    long heap = workload.driverMemory().map(MemorySize::mebibytes).orElse(1024L);
    // Spark's spark.driver.memoryOverheadFactor is 0.10, with the same minimum as for executors.
    long overhead = Math.max(heap / 10, ExecutorSizer.MINIMUM_OVERHEAD_MIB);
    int cores = workload.driverCores().orElse(1);
    boolean inside = cluster.deployMode() == DeployMode.CLUSTER;
    long taken = 0;
    int takenCores = 0;
    if (cluster.rules() instanceof YarnRules yarn) {
      taken = yarn.containerMib(inside ? heap + overhead : APPLICATION_MASTER_MIB);
      takenCores = inside ? cores : 1;
    } else if (cluster.rules() instanceof StandaloneRules && inside) {
      taken = heap;
      takenCores = cores;
    }
    return new DriverLayout(cluster.deployMode(), cores, heap, overhead, taken, takenCores);
  }

  /** Returns the driver of local mode, which is the only executor as well. */
  static DriverLayout ofLocal(ExecutorSize size) {
    return new DriverLayout(
        DeployMode.CLIENT, size.cores(), size.heapMib(), size.overheadMib(), 0, 0);
  }
}
