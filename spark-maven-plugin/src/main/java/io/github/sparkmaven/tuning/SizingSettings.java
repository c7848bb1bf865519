/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.unit.MemorySize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The Spark settings that bring a layout about, each with its arithmetic. */
final class SizingSettings {
  private static final String DOCS = "https://spark.apache.org/docs/latest/";
  private static final String APPLICATION = DOCS + "configuration.html#application-properties";
  private static final String EXECUTION = DOCS + "configuration.html#execution-behavior";
  private static final String MEMORY = DOCS + "configuration.html#memory-management";
  private static final String SUBMITTING = DOCS + "submitting-applications.html";
  private static final String STANDALONE = DOCS + "spark-standalone.html";

  private final Cluster cluster;
  private final Workload workload;
  private final Layout layout;
  private final ExecutorSize size;
  private final List<Setting> settings = new ArrayList<>();

  SizingSettings(Cluster cluster, Workload workload, Layout layout) {
    this.cluster = cluster;
    this.workload = workload;
    this.layout = layout;
    this.size = layout.size();
  }

  List<Setting> all() {
    switch (cluster.manager()) {
      case LOCAL -> local();
      case STANDALONE -> {
        cluster.master().ifPresent(url -> add("spark.master", url, "cluster/master", SUBMITTING));
        executors();
        coresMax();
      }
      case YARN -> {
        add("spark.master", "yarn", "cluster/manager yarn", SUBMITTING);
        instances();
        executors();
      }
    }
    offHeap();
    return settings;
  }

  private void local() {
    add(
        "spark.master",
        cluster.master().orElse("local[" + size.cores() + "]"),
        "local mode; " + cluster.offerReason(),
        SUBMITTING);
    add("spark.driver.memory", size.heapMib() + "m", layout.arithmetic(), APPLICATION);
  }

  private void instances() {
    String reason =
        workload.executorInstances().isPresent()
            ? "pinned"
            : String.format(
                Locale.ROOT,
                "%d nodes x %d executors per node%s",
                cluster.nodes().nodes(),
                layout.executorsPerNode(),
                displaced());
    add(
        "spark.executor.instances",
        "" + layout.requestedExecutors(),
        reason,
        DOCS + "running-on-yarn.html");
  }

  private String displaced() {
    int missing = cluster.nodes().nodes() * layout.executorsPerNode() - layout.requestedExecutors();
    return missing == 0
        ? ""
        : String.format(
            Locale.ROOT,
            " - %d whose place the driver or application master takes = %d",
            missing,
            layout.requestedExecutors());
  }

  private void coresMax() {
    add(
        "spark.cores.max",
        "" + (long) layout.requestedExecutors() * size.cores(),
        String.format(
            Locale.ROOT,
            "%d executors x %d cores; a standalone master counts cores, not executors",
            layout.requestedExecutors(),
            size.cores()),
        STANDALONE);
  }

  private void executors() {
    if (cluster.deployMode() != DeployMode.CLIENT) {
      add(
          "spark.submit.deployMode",
          cluster.deployMode().label(),
          "cluster/deployMode",
          SUBMITTING);
    }
    String cores =
        workload.executorCores().isPresent()
            ? "pinned"
            : cluster.offerReason()
                + "; chosen among the layouts by cores placed, heap a core and executor size";
    add("spark.executor.cores", "" + size.cores(), cores, EXECUTION);
    add("spark.executor.memory", size.heapMib() + "m", layout.arithmetic(), APPLICATION);
    overhead();
    workload
        .driverMemory()
        .ifPresent(
            heap -> add("spark.driver.memory", heap.mebibytes() + "m", "pinned", APPLICATION));
    workload
        .driverCores()
        .ifPresent(count -> add("spark.driver.cores", "" + count, "pinned", APPLICATION));
  }

  private void overhead() {
    boolean enforced = workload.pythonMemoryEnforced() && size.pythonMib() > 0;
    long python = enforced ? 0 : size.pythonMib();
    boolean differsFromSpark =
        workload.memoryOverhead().isPresent() || workload.memoryOverheadFactor().isPresent();
    if (python > 0 || differsFromSpark) {
      add(
          "spark.executor.memoryOverhead",
          size.overheadMib() + python + "m",
          overheadReason(python),
          APPLICATION);
    }
    if (enforced) {
      add(
          "spark.executor.pyspark.memory",
          size.pythonMib() + "m",
          pythonReason() + "; enforced as pythonMemoryEnforced asks",
          APPLICATION);
    }
    workload
        .pythonWorkerMemory()
        .filter(declared -> size.pythonMib() > 0)
        .map(MemorySize::mebibytes)
        .ifPresent(
            worker ->
                add(
                    "spark.python.worker.memory",
                    worker + "m",
                    "workload/pythonWorkerMemory; Python aggregations spill beyond it",
                    DOCS + "configuration.html#runtime-environment"));
  }

  private String overheadReason(long python) {
    if (workload.memoryOverhead().isPresent()) {
      return "pinned";
    }
    String jvm =
        String.format(
            Locale.ROOT,
            "max(floor(%s x %d), %d) = %d",
            workload.overheadFactor().toPlainString(),
            size.heapMib(),
            ExecutorSizer.MINIMUM_OVERHEAD_MIB,
            size.overheadMib());
    return python == 0
        ? jvm
        : String.format(
            Locale.ROOT, "%s, plus %s = %d", jvm, pythonReason(), size.overheadMib() + python);
  }

  private String pythonReason() {
    return String.format(
        Locale.ROOT,
        "%d Python workers x %d = %d",
        size.cores(),
        workload.pythonWorkerMib(),
        size.pythonMib());
  }

  private void offHeap() {
    if (size.offHeapMib() > 0) {
      add("spark.memory.offHeap.enabled", "true", "workload/offHeapMemory", MEMORY);
      add("spark.memory.offHeap.size", size.offHeapMib() + "m", "workload/offHeapMemory", MEMORY);
    }
  }

  private void add(String key, String value, String reason, String source) {
    settings.add(new Setting(key, value, Layer.PLAN, reason, source));
  }
}
