/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What Spark asks YARN for, from its settings alone; it shares no code with the plugin.
 *
 * @param settings keys and values as in spark-defaults.conf
 * @param python whether the program is a Python file
 */
record SparkAsk(Map<String, String> settings, boolean python) {
  // ResourceProfile.MEMORY_OVERHEAD_MIN_MIB and spark.{driver,executor}.memoryOverheadFactor.
  private static final long LEAST_OVERHEAD_MIB = 384;
  private static final String FACTOR = "0.10";

  SparkAsk {
    settings = Map.copyOf(settings);
  }

  /** Returns these settings with others put over them. */
  SparkAsk with(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(others);
    return new SparkAsk(all, python);
  }

  /**
   * Returns the executors that are wanted while there is work for all of them.
   *
   * <p>Source: {@code ExecutorAllocationManager.addExecutors} and {@code
   * SchedulerBackendUtils.getInitialTargetExecutorNumber}.
   */
  int executors() {
    return Integer.parseInt(
        value("spark.dynamicAllocation.enabled", "false").equals("true")
            ? value("spark.dynamicAllocation.maxExecutors", "2147483647")
            : value("spark.executor.instances", "2"));
  }

  /**
   * Returns why Spark itself ends the application before it asks; empty when it does not.
   *
   * <p>Source: {@code SchedulerBackendUtils.getInitialTargetExecutorNumber}.
   */
  String refusal() {
    int initial = Integer.parseInt(value("spark.executor.instances", "0"));
    int most = executors();
    return value("spark.dynamicAllocation.enabled", "false").equals("true") && initial > most
        ? "Spark refuses to begin with " + initial + " executors of at most " + most
        : "";
  }

  /** Returns one executor. Source: {@code ResourceProfile.getResourcesForClusterManager}. */
  Ask executor() {
    long heap = mib("spark.executor.memory", "1g");
    long offHeap =
        value("spark.memory.offHeap.enabled", "false").equals("true")
            ? mib("spark.memory.offHeap.size", "0m")
            : 0;
    long pyspark = python ? mib("spark.executor.pyspark.memory", "0m") : 0;
    long overhead =
        overhead(
            heap,
            "spark.executor.memoryOverhead",
            value("spark.executor.memoryOverheadFactor", FACTOR));
    return ask(heap + overhead + offHeap + pyspark, value("spark.executor.cores", "1"));
  }

  /** Returns the application master. Source: {@code org.apache.spark.deploy.yarn.Client}. */
  Ask master() {
    if (value("spark.submit.deployMode", "client").equals("cluster")) {
      long heap = mib("spark.driver.memory", "1g");
      String factor = value("spark.driver.memoryOverheadFactor", FACTOR);
      return ask(
          heap + overhead(heap, "spark.driver.memoryOverhead", factor),
          value("spark.driver.cores", "1"));
    }
    long heap = mib("spark.yarn.am.memory", "512m");
    return ask(
        heap + overhead(heap, "spark.yarn.am.memoryOverhead", FACTOR),
        value("spark.yarn.am.cores", "1"));
  }

  private long overhead(long heap, String key, String factor) {
    return settings.containsKey(key)
        ? mib(key, "")
        : Math.max((long) (Double.parseDouble(factor) * heap), LEAST_OVERHEAD_MIB);
  }

  private static Ask ask(long mib, String cores) {
    return new Ask(Math.toIntExact(mib), Integer.parseInt(cores));
  }

  private String value(String key, String otherwise) {
    return settings.getOrDefault(key, otherwise);
  }

  private long mib(String key, String otherwise) {
    String text = value(key, otherwise).toLowerCase(Locale.ROOT);
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> number;
      case 'g' -> number * 1024;
      default -> throw new IllegalArgumentException(key + " " + text);
    };
  }
}
