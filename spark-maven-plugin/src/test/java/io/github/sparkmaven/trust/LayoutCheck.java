/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.trust.ExecutorLaw.Executor;
import java.util.Optional;

/** Recomputes each figure of a layout from its cores and heap, which are the search's choice. */
final class LayoutCheck {
  private final PlanFile plan;
  private final ClusterLaw upper;
  private final Findings findings;
  private final String kind;
  private final Json layout;
  private final Asked asked;
  private final Executor executor;

  /**
   * Prepares to check a layout.
   *
   * @param kind what it is in the plan
   * @param obeysPins whether the pins of executors hold for it
   */
  LayoutCheck(PlanFile plan, Findings findings, String kind, Json layout, boolean obeysPins) {
    this.plan = plan;
    this.upper = ClusterLaw.upper(plan);
    this.findings = findings;
    this.kind = kind;
    this.layout = layout;
    this.asked = new Asked(plan, upper, obeysPins);
    this.executor =
        ExecutorLaw.of(plan).executor(written("executorCores"), written("heapMiB"), upper.gpus());
  }

  void check() {
    size();
    if (plan.is("cluster/manager", "local")) {
      local();
    } else {
      numbers();
      groups();
      driver();
    }
    sums();
  }

  private void size() {
    pins();
    figure("overheadMiB", executor.overhead());
    figure("offHeapMiB", executor.offHeap());
    figure("pythonMiB", executor.python());
    figure("gpus", executor.gpus());
    figure("containerMiB", upper.container(executor));
  }

  /** What is pinned is obeyed; what is not is a heap of whole hundreds. */
  private void pins() {
    boolean local = plan.is("cluster/manager", "local");
    Optional<Long> heap =
        plan.mebibytes("workload/" + (local ? "driverMemory" : "executorMemory"))
            .filter(pinned -> asked.obeysPins());
    figure("heapMiB", heap.orElse(written("heapMiB") / 100 * 100));
    long cores = local ? upper.cores() : pinned("executorCores").orElse(written("executorCores"));
    figure("executorCores", cores);
  }

  private void local() {
    figure("requestedExecutors", 1);
    figure("grantedExecutors", 1);
    figure("leastExecutors", 1);
    figure("executorsPerNode", 1);
    ofDriver("heapMiB", executor.heap());
    ofDriver("overheadMiB", executor.overhead());
    ofDriver("cores", executor.cores());
    ofDriver("clusterMiB", 0);
    ofDriver("clusterCores", 0);
  }

  private void numbers() {
    long requested = asked.of(executor);
    figure("requestedExecutors", requested);
    long granted = upper.granted(executor, requested);
    figure("grantedExecutors", granted);
    long least = plan.scales() ? ClusterLaw.lower(plan).granted(executor, requested) : granted;
    figure("leastExecutors", least);
  }

  private void groups() {
    Optional<Long> pinned = pinned("executorsPerNode");
    boolean known = pinned.isPresent();
    for (int i = 0; i < upper.nodes().size(); i++) {
      ClusterLaw.Nodes group = upper.nodes().get(i);
      Json places = layout.list("nodeGroups").get(i);
      long meant = pinned.orElseGet(() -> upper.meant(executor, group));
      findings.figure(kind, group.name(), meant, places.number("executorsPerNode").orElseThrow());
      known |= Math.max(1, meant) == written("executorsPerNode");
    }
    figure("executorsPerNode", pinned.orElse(written("executorsPerNode")));
    findings.require(known, kind + ": executorsPerNode is that of no group");
  }

  private void driver() {
    DriverLaw law = new DriverLaw(plan);
    ofDriver("heapMiB", law.heap());
    ofDriver("overheadMiB", law.overhead());
    ofDriver("cores", law.cores());
    ofDriver("clusterMiB", law.onCluster().mib());
    ofDriver("clusterCores", law.request().cores());
  }

  private void sums() {
    figure("coresPlaced", written("grantedExecutors") * executor.cores());
    figure("memoryPlacedMiB", written("grantedExecutors") * written("containerMiB"));
    figure("coresOffered", upper.cores());
    figure("memoryOfferedMiB", upper.memory());
  }

  private Optional<Long> pinned(String name) {
    return asked.pinned(name);
  }

  private long written(String name) {
    return layout.number(name).orElseThrow(() -> new AssertionError(name));
  }

  private void figure(String name, long computed) {
    findings.figure(kind, kind + "/" + name, computed, written(name));
  }

  private void ofDriver(String name, long computed) {
    findings.figure(
        kind, kind + "/driver/" + name, computed, layout.at("driver").number(name).orElseThrow());
  }
}
