/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.trust.ClusterLaw.Nodes;
import io.github.sparkmaven.trust.ExecutorLaw.Executor;
import java.util.ArrayList;
import java.util.List;

/** The phrases in which figures stand in the warnings of any manager, with what each must be. */
final class WarningPhrases {
  private final PlanFile plan;
  private final ClusterLaw cluster;
  private final Executor executor;
  private final List<Phrase> phrases = new ArrayList<>();

  WarningPhrases(PlanFile plan) {
    this.plan = plan;
    this.cluster = ClusterLaw.upper(plan);
    this.executor = chosen(plan, cluster);
  }

  /** Returns the executor of the plan. */
  static Executor chosen(PlanFile plan, ClusterLaw cluster) {
    return ExecutorLaw.of(plan)
        .executor(
            plan.figure("layout/executorCores"), plan.figure("layout/heapMiB"), cluster.gpus());
  }

  /** Returns how a text names a group: not at all where there is only one. */
  static String of(ClusterLaw cluster, Nodes group) {
    return cluster.nodes().size() == 1 ? "" : " of " + group.name();
  }

  List<Phrase> all() {
    cluster.nodes().forEach(this::heaps);
    cluster.nodes().forEach(this::gpus);
    slots();
    numbers();
    local();
    String version = plan.text("spark/version").orElseThrow();
    phrases.add(Phrase.free("the jars of Spark " + version + " cannot be resolved"));
    return phrases;
  }

  private void heaps(Nodes group) {
    long most = Math.min(cluster.perNode(executor, group), plan.figure("layout/grantedExecutors"));
    add(
        "may put # executors on a node"
            + of(cluster, group)
            + "; with their overhead they need # x # = # MiB of its #",
        most,
        most,
        executor.request(),
        most * executor.request(),
        group.mib());
  }

  private void gpus(Nodes group) {
    add("The # GPUs of a node" + of(cluster, group) + " stay unused", group.gpus());
    add(
        "# nodes" + of(cluster, group) + " stay idle: executors ask for # GPU(s)",
        group.number(),
        executor.gpus());
  }

  private void slots() {
    long tasks = plan.whole("workload/tasksPerGpu").orElse(0L);
    add(
        "# GPU(s) x # tasks = # tasks at once on an executor of # cores",
        executor.gpus(),
        tasks,
        executor.gpus() * tasks,
        executor.cores());
  }

  private void numbers() {
    long requested = plan.figure("layout/requestedExecutors");
    add(
        "# executors are asked for, as pinned, and # are granted",
        requested,
        plan.figure("layout/grantedExecutors"));
    add(
        "# executors are asked for, and at the lower end of its range the cluster grants #",
        requested,
        plan.figure("layout/leastExecutors"));
  }

  private void local() {
    Json machine = plan.part("cluster").list("nodeGroups").get(0);
    add(
        "The pinned heap of # MiB is more than the # MiB planned for on this machine",
        executor.heap(),
        machine.number("memoryOfferedPerNodeMiB").orElseThrow());
    phrases.add(Phrase.free(machine.text("offer").orElseThrow()));
  }

  private void add(String words, Object... figures) {
    phrases.add(Phrase.of(words, figures));
  }
}
