/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.unit.MemorySize;
import java.util.HashMap;
import java.util.Map;

/** The smallest executor and the driver of a workload for which there is no plan. */
record SmallestAsk(Workload workload, Map<String, String> conf, boolean inside) {
  SparkAsk spark() {
    Map<String, String> all = new HashMap<>(conf);
    all.put("spark.dynamicAllocation.enabled", "false");
    all.put("spark.executor.instances", "1");
    int cores = workload.layout().executorCores().orElse(1);
    // The planner gives no executor less.
    long heap = workload.layout().executorMemory().map(MemorySize::mebibytes).orElse(500L);
    all.put("spark.executor.cores", String.valueOf(cores));
    all.put("spark.executor.memory", heap + "m");
    all.put("spark.executor.memoryOverhead", overhead(heap, cores) + "m");
    workload
        .memory()
        .offHeap()
        .ifPresent(
            size -> {
              all.put("spark.memory.offHeap.enabled", "true");
              all.put("spark.memory.offHeap.size", size.toString());
            });
    driver(all);
    return new SparkAsk(all, workload.language() == Language.PYTHON);
  }

  private long overhead(long heap, int cores) {
    long worker =
        workload.language() == Language.PYTHON
            ? workload.memory().pythonWorker().map(MemorySize::mebibytes).orElse(512L)
            : 0;
    double factor = workload.memory().overheadFactor().map(Number::doubleValue).orElse(0.10);
    boolean enforced = workload.memory().pythonEnforced();
    return workload
        .memory()
        .overhead()
        .map(pinned -> pinned.mebibytes() + (enforced ? worker * cores : 0))
        .orElseGet(() -> Math.max((long) (factor * heap), 384) + worker * cores);
  }

  private void driver(Map<String, String> all) {
    all.put("spark.submit.deployMode", inside ? "cluster" : "client");
    // The planner's own default, where the user says nothing.
    all.put(
        "spark.driver.memory",
        workload.driver().memory().map(MemorySize::mebibytes).orElse(2048L) + "m");
    all.put("spark.driver.cores", String.valueOf(workload.driver().cores().orElse(1)));
    workload
        .driver()
        .overhead()
        .ifPresent(size -> all.put("spark.driver.memoryOverhead", size.mebibytes() + "m"));
  }
}
