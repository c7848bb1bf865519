/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.kubernetes;

import io.github.sparkmaven.plan.kubernetes.PodFit.Pod;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The pods that Spark makes of its settings.
 *
 * <p>Sources: {@code BasicExecutorFeatureStep} and {@code BasicDriverFeatureStep} in
 * spark-kubernetes, {@code ResourceProfile} in spark-core.
 *
 * @param settings what Spark is told
 * @param python whether it is a Python job
 * @param driverIsPod whether the driver is a pod: its own factor is what executors inherit, 40 %
 *     for Python, where nobody sets one
 */
record SparkPods(Map<String, String> settings, boolean python, boolean driverIsPod) {

  Pod executor() {
    long heap = mib("spark.executor.memory", "1g");
    boolean offHeap = settings.getOrDefault("spark.memory.offHeap.enabled", "false").equals("true");
    return new Pod(
        1000L * count("spark.executor.cores", 1),
        heap
            + overhead("executor", heap)
            + (offHeap ? bytes("spark.memory.offHeap.size") : 0)
            + (python ? mib("spark.executor.pyspark.memory", "0") : 0),
        count("spark.executor.resource.gpu.amount", 0));
  }

  Pod driver() {
    long heap = mib("spark.driver.memory", "1g");
    return new Pod(1000L * count("spark.driver.cores", 1), heap + overhead("driver", heap), 0);
  }

  /** Returns the executors at most: those asked for at once, or those that come with the work. */
  int executors() {
    boolean dynamic =
        settings.getOrDefault("spark.dynamicAllocation.enabled", "false").equals("true");
    return count(
        dynamic ? "spark.dynamicAllocation.maxExecutors" : "spark.executor.instances",
        dynamic ? Integer.MAX_VALUE : 2);
  }

  private long overhead(String role, long heap) {
    String key = "spark." + role + ".memoryOverhead";
    if (settings.containsKey(key)) {
      return mib(key, "");
    }
    String factor = settings.getOrDefault(key + "Factor", python && driverIsPod ? "0.40" : "0.10");
    return Math.max(384, (long) (new BigDecimal(factor).doubleValue() * heap));
  }

  private int count(String key, int otherwise) {
    return Integer.parseInt(settings.getOrDefault(key, "" + otherwise));
  }

  private long mib(String key, String otherwise) {
    String text = settings.getOrDefault(key, otherwise);
    return MemorySize.parse(key, text.matches("[0-9]+") ? text + "m" : text).mebibytes();
  }

  /** This key alone is in bytes where it has no unit. */
  private long bytes(String key) {
    String text = settings.getOrDefault(key, "0");
    return MemorySize.parse(key, text.matches("[0-9]+") ? text + "b" : text).mebibytes();
  }
}
