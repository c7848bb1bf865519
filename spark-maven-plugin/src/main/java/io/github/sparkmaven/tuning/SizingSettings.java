/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.KubernetesRules;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.unit.MemorySize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Spark settings that bring a layout about, each with its arithmetic. */
final class SizingSettings {
  private static final String DOCS = "https://spark.apache.org/docs/latest/";
  private static final String APPLICATION = DOCS + "configuration.html#application-properties";
  private static final String EXECUTION = DOCS + "configuration.html#execution-behavior";
  private static final String MEMORY = DOCS + "configuration.html#memory-management";
  private static final String SUBMITTING = DOCS + "submitting-applications.html";
  private static final String STANDALONE = DOCS + "spark-standalone.html";
  private static final String KUBERNETES = DOCS + "running-on-kubernetes.html";

  private final Cluster cluster;
  private final Workload workload;
  private final Layout layout;
  private final ExecutorSize size;
  private final ExecutorSizer sizer;
  private final List<Setting> settings = new ArrayList<>();

  SizingSettings(Cluster cluster, Workload workload, Layout layout) {
    this.cluster = cluster;
    this.workload = workload;
    this.layout = layout;
    this.size = layout.size();
    this.sizer = new ExecutorSizer(workload, size.gpus());
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
        queue();
        instances(DOCS + "running-on-yarn.html");
        executors();
      }
      case KUBERNETES -> {
        cluster.master().ifPresent(url -> add("spark.master", url, "cluster/master", SUBMITTING));
        kubernetes();
        instances(KUBERNETES);
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
        "local mode; " + cluster.offer(),
        SUBMITTING);
    add("spark.driver.memory", size.heapMib() + "m", layout.arithmetic(), APPLICATION);
  }

  private void queue() {
    if (cluster.rules() instanceof YarnRules yarn) {
      yarn.queue()
          .name()
          .ifPresent(
              name ->
                  add(
                      "spark.yarn.queue",
                      name,
                      "cluster/yarn/queue",
                      DOCS + "running-on-yarn.html"));
    }
  }

  private void kubernetes() {
    if (cluster.rules() instanceof KubernetesRules pods) {
      kubernetes("namespace", "namespace", pods.namespace());
      kubernetes("container.image", "image", pods.image());
      kubernetes("authenticate.driver.serviceAccountName", "serviceAccount", pods.serviceAccount());
      kubernetes("file.upload.path", "uploadPath", pods.uploadPath());
    }
  }

  private void kubernetes(String key, String parameter, Optional<String> value) {
    value.ifPresent(
        given ->
            add("spark.kubernetes." + key, given, "cluster/kubernetes/" + parameter, KUBERNETES));
  }

  private void instances(String source) {
    if (workload.isDynamic(cluster)) {
      return;
    }
    String reason =
        workload.layout().executorInstances().isPresent()
            ? "pinned"
            : new Places(cluster, layout).text();
    add("spark.executor.instances", "" + layout.requestedExecutors(), reason, source);
  }

  private void coresMax() {
    if (workload.layout().coresMax().isPresent()) {
      return;
    }
    add(
        "spark.cores.max",
        "" + (long) layout.requestedExecutors() * size.cores(),
        new Places(cluster, layout).coresText(workload.layout().executorInstances().isPresent())
            + "; a standalone master counts cores, not executors",
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
        workload.layout().executorCores().isPresent()
            ? "pinned"
            : (cluster.groups().size() == 1 ? cluster.offer() + "; " : "")
                + "chosen among the layouts by cores placed, heap a core and executor size";
    add("spark.executor.cores", "" + size.cores(), cores, EXECUTION);
    add("spark.executor.memory", size.heapMib() + "m", layout.arithmetic(), APPLICATION);
    overhead();
    driver();
  }

  private void driver() {
    add(
        "spark.driver.memory",
        layout.driver().heapMib() + "m",
        workload.driver().memory().isPresent()
            ? "pinned"
            : "2 x 1024 of spark.driver.maxResultSize = 2048: results of that size, and the objects"
                + " made of them",
        APPLICATION);
    DriverPins pins = workload.driver();
    pins.cores().ifPresent(count -> add("spark.driver.cores", "" + count, "pinned", APPLICATION));
    // What the driver's place is reckoned with has to be what Spark asks for.
    pins.overhead()
        .ifPresent(
            mib ->
                add("spark.driver.memoryOverhead", mib.mebibytes() + "m", "pinned", APPLICATION));
  }

  private void overhead() {
    boolean enforced = workload.memory().enforcesPython() && size.pythonMib() > 0;
    long python = enforced ? 0 : size.pythonMib();
    boolean differsFromSpark =
        workload.memory().overhead().isPresent()
            || workload.memory().overheadFactor().isPresent()
            || arePythonPods();
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
          workload.memory().pyspark().isPresent()
              ? "pinned"
              : sizer.pythonStep(size) + "; enforced as pythonMemoryEnforced asks",
          APPLICATION);
    }
    workload
        .memory()
        .pythonWorker()
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

  /**
   * Executors inherit the driver pod's 40 % of overhead, unless they are told otherwise; the plan
   * counts Python's memory apart. Source: {@code
   * BasicDriverFeatureStep.getAdditionalPodSystemProperties} in spark-kubernetes.
   */
  private boolean arePythonPods() {
    return cluster.manager() == Manager.KUBERNETES && workload.language() == Language.PYTHON;
  }

  private String overheadReason(long python) {
    if (workload.memory().overhead().isPresent()) {
      return "pinned";
    }
    String jvm =
        String.format(
            Locale.ROOT,
            "max(floor(%s x %d), %d) = %d",
            workload.overheadFactor().toPlainString(),
            size.heapMib(),
            workload.minimumOverheadMib(),
            size.overheadMib());
    return python == 0
        ? jvm
        : String.format(
            Locale.ROOT,
            "%s; %s; %d + %d = %d",
            jvm,
            sizer.pythonStep(size),
            size.overheadMib(),
            python,
            size.overheadMib() + python);
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
