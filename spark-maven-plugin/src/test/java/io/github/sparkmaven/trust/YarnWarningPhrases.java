/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.trust.ClusterLaw.Nodes;
import io.github.sparkmaven.trust.ExecutorLaw.Executor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The phrases in which figures stand in YARN's warnings, with what each must be. */
final class YarnWarningPhrases {
  private final PlanFile plan;
  private final ClusterLaw cluster;
  private final Executor executor;
  private final List<Phrase> phrases = new ArrayList<>();

  YarnWarningPhrases(PlanFile plan) {
    this.plan = plan;
    this.cluster = ClusterLaw.upper(plan);
    this.executor = WarningPhrases.chosen(plan, cluster);
  }

  List<Phrase> all() {
    if (cluster.isYarn()) {
      cluster.nodes().forEach(this::rounding);
      for (int i = 0; i < cluster.nodes().size(); i++) {
        vcores(cluster.nodes().get(i), meant(i));
      }
      container();
      driver();
      maximums();
    }
    return phrases;
  }

  private void container() {
    long request = executor.request();
    long container = cluster.container(executor);
    add("asks for # MiB, and", request);
    add("the largest container, # MiB", cluster.yarn().maximumMib());
    add("the minimum allocation: # MiB in", cluster.yarn().minimumMib());
    add("a multiple of # MiB = # MiB", cluster.yarn().incrementMib(), container);
    add("# MiB of it unused", container - request);
  }

  private void rounding(Nodes group) {
    add(
        "by memory a node" + of(group) + " of # MiB holds # of these, not #",
        group.mib(),
        group.mib() / cluster.container(executor),
        group.mib() / executor.request());
  }

  private void vcores(Nodes group, long meant) {
    ClusterLaw dominant = cluster.dominant();
    long requested = plan.figure("layout/requestedExecutors");
    // The number of executors follows from both: it is pinned, or what memory holds.
    add(
        "# executors x # cores = # vcores on a node"
            + of(group)
            + " that offers #; the default"
            + " calculator does not count them, under the dominant calculator a node holds # and #"
            + " of # executors are granted",
        meant,
        executor.cores(),
        meant * executor.cores(),
        group.cores(),
        dominant.perNode(executor, group),
        dominant.granted(executor, requested),
        requested);
    long holds = cluster.perNode(executor, group);
    add(
        "by memory a node" + of(group) + " holds # executors x # cores = # vcores, and offers #",
        holds,
        executor.cores(),
        holds * executor.cores(),
        group.cores());
  }

  private void driver() {
    DriverLaw law = new DriverLaw(plan);
    add("takes a container of # MiB and # vcore(s)", law.onCluster().mib(), law.request().cores());
    add("it displaces # executor(s) there", cluster.displaced(executor));
    add("takes # MiB, more than", law.onCluster().mib());
    phrases.addAll(new QueuePhrases(plan, cluster, executor).all());
    // After the phrases of a queue with a share, which begin alike.
    add("use of the queue: the queue's #", cluster.queueMib());
    BigDecimal share = plan.decimal("cluster/yarn/maximumAmShare").orElseThrow();
    long minimum = cluster.yarn().minimumMib();
    BigDecimal masters =
        share
            .multiply(BigDecimal.valueOf(cluster.queueMib()))
            .divide(BigDecimal.valueOf(minimum), 0, RoundingMode.CEILING);
    add("; # x # MiB / # MiB of the minimum", share, cluster.queueMib(), minimum);
    add(
        "rounded up = #; # x # = #: YARN starts it",
        masters,
        masters,
        minimum,
        masters.longValue() * minimum);
  }

  private void maximums() {
    add(
        "(8192 MB and 4 vcores a container) refuses executors of # MiB and # vcores",
        cluster.container(executor),
        executor.cores());
    add("multiples of # MiB as cluster/yarn/incrementAllocation", cluster.yarn().incrementMib());
    add("takes the minimum allocation, # MiB", cluster.yarn().minimumMib());
  }

  private long meant(int group) {
    return plan.part("layout")
        .list("nodeGroups")
        .get(group)
        .number("executorsPerNode")
        .orElseThrow();
  }

  private String of(Nodes group) {
    return WarningPhrases.of(cluster, group);
  }

  private void add(String words, Object... figures) {
    phrases.add(Phrase.of(words, figures));
  }
}
