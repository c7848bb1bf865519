/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds pins that a cluster cannot hold, one by one, so that a user hears which of them it is and
 * what would fit.
 */
public final class Contradictions {
  private final Cluster cluster;
  private final Workload workload;
  private final UnaryOperator<String> where;
  private final Problems problems;

  /**
   * Prepares to look at a workload's pins.
   *
   * @param where returns what the user wrote for a parameter: itself, or a Spark key
   * @param problems gets every contradiction
   */
  public Contradictions(
      Cluster cluster, Workload workload, UnaryOperator<String> where, Problems problems) {
    this.cluster = cluster;
    this.workload = workload;
    this.where = where;
    this.problems = problems;
  }

  /** Finds them. */
  public void find() {
    new GpuShares(cluster, workload).check(where, problems);
    language();
    if (cluster.manager() != Manager.LOCAL) {
      executorCores();
      executorsPerNode();
      memoryOfExecutor();
      driverCores();
      coresMax();
      fixedAndDynamic();
    }
  }

  private void language() {
    MemoryPins pins = workload.memory();
    problems.require(
        workload.language() == Language.PYTHON || pins.pythonWorker().isEmpty(),
        "workload/pythonWorkerMemory",
        "is given, and the job has no Python workers",
        "Set workload/language to python, or remove it");
    problems.require(
        workload.language() == Language.PYTHON || !pins.pythonEnforced(),
        "workload/pythonMemoryEnforced",
        "is true, and the job has no Python workers",
        "Set workload/language to python, or remove it");
    problems.require(
        pins.pythonWorker().map(MemorySize::mebibytes).orElse(1L) > 0,
        "workload/pythonWorkerMemory",
        "0m is less than 1m",
        "Give at least 1m");
  }

  private void executorCores() {
    int most = mostCores();
    workload
        .layout()
        .executorCores()
        .ifPresent(
            cores ->
                problems.require(
                    cores <= most,
                    where.apply("workload/executorCores"),
                    cores + " is more than the " + most + " that " + holder() + " offers",
                    "Give at most " + most));
  }

  private void executorsPerNode() {
    LayoutPins pins = workload.layout();
    pins.executorsPerNode()
        .ifPresent(
            perNode -> {
              problems.require(
                  pins.coresMax().isEmpty(),
                  "workload/executorsPerNode",
                  perNode + " is given beside spark.cores.max, which decides the number as well",
                  "Keep one of the two");
              problems.require(
                  pins.executorInstances().isEmpty()
                      || pins.executorInstances().getAsInt() <= perNode * cluster.nodes(),
                  "spark.executor.instances",
                  pins.executorInstances().orElse(0)
                      + " is more than "
                      + perNode
                      + " executors on each of "
                      + cluster.nodes()
                      + " nodes",
                  "Give at most " + perNode * cluster.nodes() + ", or another executorsPerNode");
            });
  }

  /** The parts of an executor's memory that are pinned, against the largest that there can be. */
  private void memoryOfExecutor() {
    MemoryPins pins = workload.memory();
    part("workload/executorMemory", workload.layout().executorMemory());
    part("spark.executor.memoryOverhead", pins.overhead());
    part("workload/offHeapMemory", pins.offHeap());
    part("spark.executor.pyspark.memory", pins.pyspark());
    if (workload.language() == Language.PYTHON) {
      part("workload/pythonWorkerMemory", pins.pythonWorker());
    }
  }

  private void part(String parameter, Optional<MemorySize> pinned) {
    long most = mostMib();
    pinned
        .map(MemorySize::mebibytes)
        .ifPresent(
            mebibytes ->
                problems.require(
                    mebibytes < most,
                    where.apply(parameter),
                    mebibytes
                        + " MiB is not less than the "
                        + most
                        + " MiB that "
                        + holder()
                        + " offers",
                    "Give less than " + most + "m, and leave room for the rest of the executor"));
  }

  private void driverCores() {
    int most = mostCores();
    DriverLayout driver = DriverLayout.of(cluster, workload);
    workload
        .driver()
        .cores()
        .ifPresent(
            cores ->
                problems.require(
                    driver.request().cores() <= most,
                    where.apply("workload/driverCores"),
                    cores + " is more than the " + most + " that " + holder() + " offers",
                    "Give at most " + most));
  }

  private void coresMax() {
    LayoutPins pins = workload.layout();
    if (pins.coresMax().isPresent() && pins.executorCores().isPresent()) {
      int coresMax = pins.coresMax().getAsInt();
      int cores = pins.executorCores().getAsInt();
      problems.require(
          cores <= coresMax,
          "spark.cores.max",
          coresMax + " is less than the " + cores + " cores of one executor",
          "Give at least " + cores);
    }
  }

  private void fixedAndDynamic() {
    problems.require(
        !(workload.dynamicAllocation().orElse(false)
            && workload.layout().executorsPerNode().isPresent()
            && workload.layout().executorInstances().isPresent()),
        "workload/dynamicAllocation",
        "is true beside executorsPerNode and a fixed number of executors",
        "Keep one of them");
  }

  private int mostCores() {
    // YARN refuses more vcores than its largest node has under every calculator.
    return cluster.rules() instanceof YarnRules yarn
        ? yarn.bounds().maximumVcores()
        : cluster.mostCores();
  }

  private long mostMib() {
    return Math.min(
        cluster.groups().stream().mapToLong(NodeGroup::memoryMib).max().orElse(0),
        cluster.rules().largestMib());
  }

  private String holder() {
    boolean container =
        cluster.rules() instanceof YarnRules yarn
            && (yarn.bounds().maximumMib() < cluster.mostMemoryMib()
                || yarn.bounds().maximumVcores() < cluster.mostCores());
    return container ? "the largest container" : "the largest node";
  }
}
