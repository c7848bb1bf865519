/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.Demand;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The driver, and the place that it or its application master takes on the cluster.
 *
 * @param deployMode where it runs
 * @param cores {@code spark.driver.cores}; they count in cluster mode only
 * @param heapMib {@code spark.driver.memory}
 * @param overheadMib the JVM's memory beside the heap
 * @param request what the manager is asked for; nothing where the driver is outside
 * @param onCluster what the manager sets aside for it on one node
 */
public record DriverLayout(
    DeployMode deployMode,
    int cores,
    long heapMib,
    long overheadMib,
    Demand request,
    Demand onCluster) {

  // Twice spark.driver.maxResultSize, whose default is 1g: serialised results of that size and the
  // objects made of them. Spark's own default heap, 1g, is full before that limit is reached.
  static final long DEFAULT_HEAP_MIB = 2048;

  // spark.yarn.am.memory and spark.yarn.am.cores (docs/running-on-yarn.md).
  private static final MemorySize DEFAULT_MASTER = MemorySize.ofMebibytes(512);
  // spark.driver.memoryOverheadFactor; Client.AM_MEMORY_OVERHEAD_FACTOR is the same.
  private static final BigDecimal DEFAULT_FACTOR = new BigDecimal("0.10");
  // Kubernetes' Constants.NON_JVM_MEMORY_OVERHEAD_FACTOR, for drivers as long as no factor is set.
  private static final BigDecimal NON_JVM_FACTOR = new BigDecimal("0.40");

  /** Returns the driver of a workload. */
  static DriverLayout of(Cluster cluster, Workload workload) {
    DriverPins pins = workload.driver();
    long heap = pins.memory().map(MemorySize::mebibytes).orElse(DEFAULT_HEAP_MIB);
    long overhead = overhead(heap, pins.overhead(), factor(cluster, workload));
    int cores = pins.cores().orElse(1);
    boolean inside = cluster.deployMode() == DeployMode.CLUSTER;
    Demand request =
        switch (cluster.manager()) {
          case LOCAL -> Demand.NOTHING;
          case STANDALONE -> inside ? new Demand(heap, cores, 0) : Demand.NOTHING;
          case KUBERNETES -> inside ? new Demand(heap + overhead, cores, 0) : Demand.NOTHING;
          case YARN -> inside ? new Demand(heap + overhead, cores, 0) : master(pins.master());
        };
    return new DriverLayout(
        cluster.deployMode(),
        cores,
        heap,
        overhead,
        request,
        request.isNothing() ? request : cluster.rules().setAside(request));
  }

  /** Returns the driver of local mode, which is the only executor as well. */
  static DriverLayout ofLocal(ExecutorSize size) {
    return new DriverLayout(
        DeployMode.CLIENT,
        size.cores(),
        size.heapMib(),
        size.overheadMib(),
        Demand.NOTHING,
        Demand.NOTHING);
  }

  /** Returns what stands on the cluster: the driver, or the application master for it. */
  String name() {
    return switch (deployMode) {
      case CLIENT -> "application master";
      case CLUSTER -> "driver";
    };
  }

  /** Source: {@code Client} in spark-yarn. */
  private static Demand master(DriverPins.ApplicationMaster pins) {
    long heap = pins.memory().orElse(DEFAULT_MASTER).mebibytes();
    return new Demand(
        heap + overhead(heap, pins.overhead(), DEFAULT_FACTOR), pins.cores().orElse(1), 0);
  }

  private static BigDecimal factor(Cluster cluster, Workload workload) {
    boolean pythonPod =
        cluster.manager() == Manager.KUBERNETES && workload.language() == Language.PYTHON;
    return workload.driver().overheadFactor().orElse(pythonPod ? NON_JVM_FACTOR : DEFAULT_FACTOR);
  }

  private static long overhead(long heap, Optional<MemorySize> pinned, BigDecimal factor) {
    // Spark multiplies as doubles and truncates.
    return pinned
        .map(MemorySize::mebibytes)
        .orElseGet(
            () ->
                Math.max((long) (factor.doubleValue() * heap), ExecutorSizer.MINIMUM_OVERHEAD_MIB));
  }
}
