/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.tuning.Alternative;
import io.github.sparkmaven.tuning.DriverLayout;
import io.github.sparkmaven.tuning.ExecutorSize;
import io.github.sparkmaven.tuning.Layout;
import io.github.sparkmaven.tuning.Workload;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a plan as {@code plan.json}: a stable order and no time stamp, so that equal plans are
 * equal files.
 */
final class PlanJson {
  private PlanJson() {}

  static String text(Plan plan) {
    Redaction redaction = Redaction.of(plan.conf());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put(
        "spark",
        ordered("version", plan.spark().version(), "scalaVersion", plan.spark().scalaVersion()));
    root.put("environment", plan.environment());
    root.put("job", job(plan.job()));
    root.put("cluster", cluster(plan.cluster()));
    root.put("workload", workload(plan.workload()));
    root.put("layout", layout(plan.tuning().layout()));
    root.put(
        "alternatives", plan.tuning().alternatives().stream().map(PlanJson::alternative).toList());
    root.put(
        "settings",
        plan.conf().effective().stream().map(setting -> setting(setting, redaction)).toList());
    root.put("warnings", plan.tuning().warnings());
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan of plain values cannot be written", e);
    }
  }

  private static Map<String, Object> job(Job job) {
    // Arguments may hold secrets that nobody can tell apart, so they stay out.
    Map<String, Object> json = new LinkedHashMap<>();
    job.mainClass().ifPresent(name -> json.put("mainClass", name));
    job.pythonFile().ifPresent(file -> json.put("pythonFile", file));
    return json;
  }

  private static Map<String, Object> cluster(Cluster cluster) {
    Map<String, Object> json =
        ordered(
            "manager",
            cluster.manager().label(),
            "deployMode",
            cluster.deployMode().label(),
            "nodes",
            cluster.nodes().nodes(),
            "coresOfferedPerNode",
            cluster.nodes().cores(),
            "memoryOfferedPerNodeMiB",
            cluster.nodes().memoryMib(),
            "offer",
            cluster.offerReason());
    cluster.master().ifPresent(master -> json.put("master", master));
    if (cluster.rules() instanceof YarnRules yarn) {
      json.put(
          "yarn",
          ordered(
              "resourceCalculator",
              yarn.calculator().label(),
              "minimumAllocationMiB",
              yarn.minimumMib(),
              "incrementAllocationMiB",
              yarn.incrementMib(),
              "maximumAllocationMiB",
              yarn.maximumMib(),
              "maximumVcores",
              yarn.maximumVcores()));
    }
    return json;
  }

  private static Map<String, Object> workload(Workload workload) {
    Map<String, Object> json = ordered("language", workload.language().label());
    workload.executorsPerNode().ifPresent(value -> json.put("executorsPerNode", value));
    workload.executorInstances().ifPresent(value -> json.put("executorInstances", value));
    workload.executorCores().ifPresent(value -> json.put("executorCores", value));
    workload.executorMemory().ifPresent(value -> json.put("executorMemory", value.toString()));
    workload.memoryOverheadFactor().ifPresent(value -> json.put("memoryOverheadFactor", value));
    workload.memoryOverhead().ifPresent(value -> json.put("memoryOverhead", value.toString()));
    workload.offHeapMemory().ifPresent(value -> json.put("offHeapMemory", value.toString()));
    json.put("pythonWorkerMiB", workload.pythonWorkerMib());
    json.put("pythonMemoryEnforced", workload.pythonMemoryEnforced());
    workload.driverMemory().ifPresent(value -> json.put("driverMemory", value.toString()));
    workload.driverCores().ifPresent(value -> json.put("driverCores", value));
    return json;
  }

  private static Map<String, Object> layout(Layout layout) {
    ExecutorSize size = layout.size();
    return ordered(
        "executorsPerNode",
        layout.executorsPerNode(),
        "requestedExecutors",
        layout.requestedExecutors(),
        "grantedExecutors",
        layout.grantedExecutors(),
        "executorCores",
        size.cores(),
        "heapMiB",
        size.heapMib(),
        "overheadMiB",
        size.overheadMib(),
        "offHeapMiB",
        size.offHeapMib(),
        "pythonMiB",
        size.pythonMib(),
        "containerMiB",
        layout.containerMib(),
        "driver",
        driver(layout.driver()),
        "coresPlaced",
        layout.coresPlaced(),
        "coresOffered",
        layout.nodes().coresOffered(),
        "memoryPlacedMiB",
        layout.memoryPlacedMib(),
        "memoryOfferedMiB",
        layout.nodes().memoryOfferedMib());
  }

  private static Map<String, Object> driver(DriverLayout driver) {
    return ordered(
        "deployMode",
        driver.deployMode().label(),
        "cores",
        driver.cores(),
        "heapMiB",
        driver.heapMib(),
        "overheadMiB",
        driver.overheadMib(),
        "clusterMiB",
        driver.clusterMib(),
        "clusterCores",
        driver.clusterCores());
  }

  private static Map<String, Object> alternative(Alternative alternative) {
    Map<String, Object> json = layout(alternative.layout());
    json.put("reason", alternative.reason());
    return json;
  }

  private static Map<String, Object> setting(Setting setting, Redaction redaction) {
    return ordered(
        "key",
        setting.key(),
        "value",
        redaction.hides(setting) ? Redaction.REPLACEMENT : setting.value(),
        "layer",
        setting.layer().label(),
        "reason",
        setting.reason(),
        "source",
        setting.source());
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
