/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The phrases in which figures stand in the reasons of the executors' number and memory, and of the
 * driver's.
 */
final class SizePhrases {
  private final PlanFile plan;
  private final ClusterLaw cluster;
  private final ExecutorLaw law;
  private final ExecutorLaw.Executor executor;

  SizePhrases(PlanFile plan) {
    this.plan = plan;
    this.cluster = ClusterLaw.upper(plan);
    this.law = ExecutorLaw.of(plan);
    this.executor =
        law.executor(
            plan.figure("layout/executorCores"),
            plan.figure("layout/heapMiB"),
            plan.figure("layout/gpus"));
  }

  /** Returns the phrases that may stand in a setting's reason. */
  List<Phrase> of(String key) {
    return switch (key) {
      case "spark.master", "spark.executor.cores" -> offers();
      case "spark.executor.instances", "spark.cores.max" -> places();
      case "spark.executor.memory" -> heap();
      case "spark.driver.memory" ->
          plan.is("cluster/manager", "local")
              ? heap()
              : List.of(Phrase.free("2 x 1024 of spark.driver.maxResultSize"));
      case "spark.executor.memoryOverhead", "spark.executor.pyspark.memory" -> overhead();
      default -> List.of();
    };
  }

  private List<Phrase> offers() {
    List<Phrase> phrases = new ArrayList<>();
    for (Json group : plan.part("cluster").list("nodeGroups")) {
      phrases.add(Phrase.free(group.text("offer").orElseThrow()));
    }
    return phrases;
  }

  private List<Phrase> places() {
    List<Phrase> phrases = new ArrayList<>();
    for (int i = 0; i < cluster.nodes().size(); i++) {
      ClusterLaw.Nodes group = cluster.nodes().get(i);
      String of = cluster.nodes().size() == 1 ? "" : " of " + group.name();
      long places =
          plan.part("layout").list("nodeGroups").get(i).number("executorsPerNode").orElseThrow();
      phrases.add(Phrase.of("# nodes" + of + " x # executors per node", group.number(), places));
    }
    phrases.addAll(new QueuePhrases(plan, cluster, executor).all());
    long requested = plan.figure("layout/requestedExecutors");
    phrases.add(Phrase.of("# executors x # cores", requested, executor.cores()));
    phrases.add(Phrase.free("- # whose place"));
    return phrases;
  }

  private List<Phrase> heap() {
    List<Phrase> phrases = new ArrayList<>();
    String driver = new DriverLaw(plan).onCluster().mib() + "";
    for (ClusterLaw.Nodes group : cluster.nodes()) {
      String of = cluster.nodes().size() == 1 ? "" : " of " + group.name();
      phrases.add(Phrase.of("# MiB" + of + " / ", group.mib()));
      for (String who : List.of("driver", "application master")) {
        phrases.add(Phrase.of("# - # for the " + who + ") MiB" + of + " / ", group.mib(), driver));
      }
      phrases.add(Phrase.of("# MiB for the one JVM of local mode", group.mib()));
    }
    phrases.addAll(share());
    phrases.addAll(overhead());
    phrases.add(
        Phrase.of("less # overhead, Python included,", executor.overhead() + executor.python()));
    phrases.add(Phrase.of("less # overhead", executor.overhead()));
    phrases.add(Phrase.of("less # off-heap", executor.offHeap()));
    phrases.add(Phrase.of("/ #", BigDecimal.ONE.add(law.factor())));
    phrases.add(Phrase.free("whole 100 ="));
    return phrases;
  }

  /** Among how many a node is divided is the search's choice. */
  private List<Phrase> share() {
    List<Phrase> phrases = new ArrayList<>();
    phrases.add(Phrase.free("# executors per node"));
    if (cluster.isYarn()) {
      phrases.add(Phrase.of("in whole # MiB", cluster.yarn().incrementMib()));
      phrases.add(Phrase.of("at most a container of #", cluster.yarn().maximumMib()));
      long driverMib = cluster.driver().mib();
      for (String who : List.of("driver", "application master")) {
        phrases.add(
            Phrase.of(
                "at most (# - # for the " + who + ") MiB of the queue",
                cluster.queueMib(),
                driverMib));
      }
    }
    return phrases;
  }

  private List<Phrase> overhead() {
    return List.of(
        Phrase.of("# of spark.executor.pyspark.memory", executor.python()),
        Phrase.of("# Python workers x #", executor.cores(), law.workerMib()),
        Phrase.of("max(floor(# x #), #)", law.factor(), executor.heap(), law.leastOverhead()));
  }
}
