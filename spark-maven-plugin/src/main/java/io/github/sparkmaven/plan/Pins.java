/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.DriverPins;
import io.github.sparkmaven.tuning.GpuPins;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.LayoutPins;
import io.github.sparkmaven.tuning.MemoryPins;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Optional;

/**
 * Turns Spark keys that shape the layout into pins: a key of any user's layer stands above the
 * workload's own element.
 */
final class Pins {
  // UnifiedMemoryManager in spark-core: 1.5 x the 300 MiB that are reserved.
  private static final MemorySize SMALLEST_HEAP = MemorySize.ofMebibytes(450);

  private final PinReader keys;
  private final SparkVersion spark;
  private final Manager manager;
  private final boolean scales;
  private final Problems problems;

  /**
   * Prepares to read pins.
   *
   * @param cluster decides which keys Spark looks at
   * @param problems gets what cannot be read
   */
  Pins(LayeredConf conf, SparkVersion spark, DeclaredCluster cluster, Problems problems) {
    this.keys = new PinReader(conf, problems);
    this.spark = spark;
    this.manager = cluster.managerOrDefault();
    this.scales = cluster.scales();
    this.problems = problems;
  }

  /** Returns the workload with the pins of {@code conf}. */
  Workload applyTo(Workload workload) {
    Optional<Boolean> dynamic =
        keys.flag("spark.dynamicAllocation.enabled").or(workload::dynamicAllocation);
    Workload pinned =
        new Workload(
            workload.language(),
            workload.kind(),
            workload.inputSize(),
            dynamic,
            layout(workload.layout(), dynamic.orElse(scales)),
            memory(workload.memory(), workload.language()),
            driver(workload.driver()),
            gpus(workload.gpus()));
    enough("workload/executorMemory", pinned.layout().executorMemory());
    enough("workload/driverMemory", pinned.driver().memory());
    return pinned;
  }

  private LayoutPins layout(LayoutPins declared, boolean dynamic) {
    return new LayoutPins(
        declared.executorsPerNode(),
        keys.countAbove(
            "spark.executor.instances",
            dynamic
                ? keys.countAbove(
                    "spark.dynamicAllocation.maxExecutors", declared.executorInstances())
                : declared.executorInstances()),
        keys.countAbove("spark.executor.cores", declared.executorCores()),
        keys.sizeAbove("spark.executor.memory", declared.executorMemory()),
        manager == Manager.STANDALONE
            ? keys.countAbove("spark.cores.max", declared.coresMax())
            : declared.coresMax());
  }

  private MemoryPins memory(MemoryPins declared, Language language) {
    return new MemoryPins(
        keys.factor("spark.executor.memoryOverheadFactor", declared.overheadFactor()),
        keys.size("spark.executor.memoryOverhead", declared.overhead()),
        spark.atLeast(4, 0)
            ? keys.size("spark.executor.minMemoryOverhead", declared.minimumOverhead())
            : declared.minimumOverhead(),
        offHeap().or(declared::offHeap),
        declared.pythonWorker(),
        declared.pythonEnforced(),
        language == Language.PYTHON
            ? keys.size("spark.executor.pyspark.memory", declared.pyspark())
            : declared.pyspark());
  }

  private DriverPins driver(DriverPins declared) {
    DriverPins.ApplicationMaster master = declared.master();
    return new DriverPins(
        keys.size("spark.driver.memory", declared.memory()),
        keys.count("spark.driver.cores", declared.cores()),
        keys.size("spark.driver.memoryOverhead", declared.overhead()),
        keys.factor("spark.driver.memoryOverheadFactor", declared.overheadFactor()),
        new DriverPins.ApplicationMaster(
            keys.size("spark.yarn.am.memory", master.memory()),
            keys.count("spark.yarn.am.cores", master.cores()),
            keys.size("spark.yarn.am.memoryOverhead", master.overhead())));
  }

  private GpuPins gpus(GpuPins declared) {
    return new GpuPins(
        keys.countFromZero("spark.executor.resource.gpu.amount", declared.perExecutor()),
        declared.tasksPerGpu());
  }

  /** Spark itself refuses a smaller heap, but only once the cluster has granted it. */
  private void enough(String parameter, Optional<MemorySize> heap) {
    heap.ifPresent(
        size ->
            problems.require(
                size.compareTo(SMALLEST_HEAP) >= 0,
                keys.where(parameter),
                size + " is less than the heap that Spark starts with",
                "Give at least " + SMALLEST_HEAP));
  }

  private Optional<MemorySize> offHeap() {
    // This key alone is in bytes where it has no unit.
    return keys.flag("spark.memory.offHeap.enabled").orElse(false)
        ? keys.sizeInBytes("spark.memory.offHeap.size")
        : Optional.empty();
  }
}
