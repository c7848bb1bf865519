/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.trust.PlanFile.Line;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings whose value holds a number and whose reason needs no sum, each with why. The value
 * is held against the plan all the same.
 */
final class PlainReasons {

  /**
   * What is known of a setting without its reason.
   *
   * @param value what it must be
   * @param always whether no reason needs a sum; else only where it is pinned
   */
  record Plain(String value, boolean always) {}

  private final PlanFile plan;
  private final Map<String, Plain> all = new HashMap<>();

  PlainReasons(PlanFile plan) {
    this.plan = plan;
  }

  Map<String, Plain> all() {
    inputs();
    constants();
    pins();
    return all;
  }

  private void inputs() {
    // Names, addresses and paths that the user wrote: their digits are no figures.
    for (Line line : plan.settings()) {
      if (line.reason().matches("cluster/(master|yarn/queue|kubernetes/.*)")) {
        all.put(line.key(), new Plain(line.value(), true));
      }
      // Paths of disks and of the plan's own files.
      if (line.key().matches(".*(podTemplateFile|mount\\.path|options\\.path|local\\.dir)")) {
        all.put(line.key(), new Plain(line.value(), true));
      }
    }
    // The number of cores is the search's choice among layouts; CriteriaLaw holds it against each
    // alternative, and LayoutCheck what follows from it.
    always("spark.executor.cores", figure("layout/executorCores"));
    // Declared sizes, copied.
    always("spark.memory.offHeap.size", figure("layout/offHeapMiB") + "m");
    always("spark.python.worker.memory", figure("workload/pythonWorkerMiB") + "m");
    always("spark.executor.resource.gpu.amount", figure("layout/gpus"));
  }

  private void constants() {
    // Neither follows from hardware: one hash seed for all workers, and an hour of failures.
    always("spark.executorEnv.PYTHONHASHSEED", "0");
    always("spark.executor.failuresValidityInterval", "1h");
    always("spark.yarn.executor.failuresValidityInterval", "1h");
    // The ratio that Spark itself takes on the other managers.
    always("spark.scheduler.minRegisteredResourcesRatio", "0.8");
    // A task has one core.
    always("spark.executorEnv.OMP_NUM_THREADS", "1");
    local();
  }

  /** In local mode the cores are all that the offer's text comes to. */
  private void local() {
    if (plan.is("cluster/manager", "local") && plan.text("cluster/master").isEmpty()) {
      always("spark.master", "local[" + figure("cluster/coresOffered") + "]");
    } else if (plan.is("cluster/manager", "local")) {
      always("spark.master", plan.text("cluster/master").orElseThrow());
    }
  }

  /** A pinned value is the user's, and stands in the workload or the layout. */
  private void pins() {
    Json layout = plan.part("layout");
    pinned("spark.executor.instances", figure("workload/executorInstances"));
    pinned("spark.executor.memory", figure("layout/heapMiB") + "m");
    pinned("spark.driver.memory", figure("layout/driver/heapMiB") + "m");
    pinned("spark.driver.cores", figure("layout/driver/cores"));
    pinned("spark.driver.memoryOverhead", figure("layout/driver/overheadMiB") + "m");
    long overhead = layout.number("overheadMiB").orElseThrow();
    long python = layout.number("pythonMiB").orElseThrow();
    boolean apart = ExecutorLaw.of(plan).isEnforced();
    pinned("spark.executor.memoryOverhead", overhead + (apart ? 0 : python) + "m");
    pinned("spark.executor.pyspark.memory", python + "m");
  }

  private void always(String key, String value) {
    all.put(key, new Plain(value, true));
  }

  private void pinned(String key, String value) {
    all.put(key, new Plain(value, false));
  }

  private String figure(String path) {
    return plan.text(path).orElse("absent");
  }
}
