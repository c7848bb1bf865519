/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.plan.Job;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadExample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws requests for plans: clusters, workloads, pins of elements and of keys, Spark versions. */
final class RandomRequests {
  private static final List<Map<String, String>> KEYS =
      List.of(
          Map.of("spark.executor.memory", "6g"),
          Map.of("spark.executor.memory", "4321m"),
          Map.of("spark.executor.cores", "2"),
          Map.of("spark.executor.instances", "7"),
          Map.of("spark.executor.memoryOverhead", "2g"),
          Map.of("spark.executor.memoryOverheadFactor", "0.29"),
          Map.of("spark.executor.minMemoryOverhead", "512m"),
          Map.of("spark.executor.pyspark.memory", "2g"),
          Map.of("spark.driver.memory", "5g", "spark.driver.cores", "2"),
          Map.of("spark.driver.memory", "12345m"),
          Map.of("spark.driver.memoryOverheadFactor", "0.3"),
          Map.of("spark.driver.memoryOverhead", "700m"),
          Map.of("spark.yarn.am.memory", "1g", "spark.yarn.am.cores", "2"),
          Map.of("spark.yarn.am.memory", "9g", "spark.yarn.am.memoryOverhead", "3g"),
          Map.of("spark.dynamicAllocation.enabled", "true"),
          Map.of("spark.dynamicAllocation.enabled", "false"),
          Map.of("spark.shuffle.service.enabled", "true"),
          Map.of("spark.cores.max", "40"),
          Map.of("spark.sql.shuffle.partitions", "777"),
          Map.of("spark.kubernetes.executor.request.cores", "3500m"),
          Map.of("spark.memory.offHeap.enabled", "true", "spark.memory.offHeap.size", "1g"));

  private final Draw draw;
  private final Path folder;

  RandomRequests(Draw draw, Path folder) {
    this.draw = draw;
    this.folder = folder;
  }

  PlanRequest next() {
    String spark = draw.one("3.3.4", "3.4.4", "3.5.5", "4.0.0", "4.1.0");
    String java = spark.startsWith("4") ? draw.one("17", "21") : draw.one("8", "11", "17");
    ClusterExample cluster = new RandomClusters(draw).next();
    return new PlanRequest(
        new SparkVersion(spark, "2.13"),
        Integer.parseInt(java),
        "prod",
        new Job(Optional.empty(), Optional.of("com.acme.Job7"), Optional.empty(), List.of()),
        cluster.declared(),
        workload(cluster.values().getOrDefault("manager", "local")).workload(),
        conf(),
        Optional.empty(),
        ClusterExample.MACHINE,
        folder,
        List.of());
  }

  private LayeredConf conf() {
    LayeredConf conf = LayeredConf.empty();
    if (draw.once(3)) {
      Map<String, String> keys = KEYS.get(draw.random().nextInt(KEYS.size()));
      Layer layer = draw.once(2) ? Layer.JOB : Layer.COMMAND_LINE;
      conf = conf.with(layer, keys, "jobs/nightly/conf");
    }
    return draw.once(6)
        ? conf.with(Layer.SITE, KEYS.get(draw.random().nextInt(KEYS.size())), "/etc/spark/conf")
        : conf;
  }

  private WorkloadExample workload(String manager) {
    WorkloadExample workload = draw.once(2) ? WorkloadExample.jvm() : WorkloadExample.python();
    workload = workload.with("kind", draw.one("batch", "sql", "ml", "streaming"));
    workload = maybe(workload, 2, "inputSize", "77b", "800m", "500g", "2000g", "1234567m");
    workload = maybe(workload, 6, "dynamicAllocation", "true", "false");
    workload = layout(workload, manager);
    workload = maybe(workload, 6, "memoryOverheadFactor", "0.08", "0.1", "0.333", "0.4", "0.07");
    workload = maybe(workload, 8, "offHeapMemory", "100m", "1g", "1500m");
    workload = maybe(workload, 8, "driverMemory", "1g", "5g", "12345m", "40g");
    workload = maybe(workload, 10, "driverCores", "2", "4");
    workload = maybe(workload, 6, "gpusPerExecutor", "0", "1", "2");
    workload = maybe(workload, 12, "tasksPerGpu", "1", "2", "3", "7");
    if (workload.language() == Language.PYTHON) {
      workload = maybe(workload, 3, "pythonWorkerMemory", "64m", "300m", "1g", "2g");
      workload = maybe(workload, 4, "pythonMemoryEnforced", "true");
    }
    return workload;
  }

  private WorkloadExample layout(WorkloadExample workload, String manager) {
    if (!draw.once(2)) {
      return workload;
    }
    WorkloadExample pinned = maybe(workload, 2, "executorsPerNode", "1", "2", "3", "5");
    pinned = maybe(pinned, 2, "executorCores", "1", "2", "4", "6", "7", "12");
    pinned = maybe(pinned, 3, "executorMemory", "600m", "1g", "4321m", "20g");
    pinned = maybe(pinned, 4, "executorInstances", "1", "7", "100");
    return manager.equals("standalone") ? maybe(pinned, 4, "coresMax", "16", "40") : pinned;
  }

  private WorkloadExample maybe(WorkloadExample base, int in, String name, String... values) {
    return draw.once(in) ? base.with(name, draw.one(values)) : base;
  }
}
