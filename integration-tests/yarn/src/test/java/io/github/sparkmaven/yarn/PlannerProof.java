/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.tuning.Alternative;
import io.github.sparkmaven.tuning.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Plans for one drawn cluster and asks a real scheduler for what the plan's settings ask. */
final class PlannerProof {
  private final int cluster;
  private final PlannerCase drawn;
  private final Random random;

  PlannerProof(int cluster, PlannerCase drawn) {
    this.cluster = cluster;
    this.drawn = drawn;
    this.random = new Random(cluster);
  }

  /** Returns every comparison; none for pins that contradict what no scheduler is asked about. */
  List<Proven> compare() throws Exception {
    Plan plan;
    try {
      plan = Planning.plan(drawn.request());
    } catch (InputException e) {
      return nothingFits(e);
    }
    SparkAsk spark = drawn.spark(plan);
    Layout layout = plan.tuning().layout();
    List<Proven> all = new ArrayList<>();
    all.add(chosen(spark, layout));
    List<Alternative> others = plan.tuning().alternatives();
    if (!others.isEmpty() && random.nextInt(3) == 0) {
      Layout other = others.get(random.nextInt(others.size())).layout();
      all.add(equal(Proven.Kind.ALTERNATIVE, alternative(spark, other), other));
    }
    return all;
  }

  private Proven chosen(SparkAsk spark, Layout layout) throws Exception {
    return layout.requestedExecutors() > layout.grantedExecutors() && drawn.numberPinned()
        ? worst(spark, layout)
        : equal(drawn.numberPinned() ? Proven.Kind.PINNED : Proven.Kind.PLAN, spark, layout);
  }

  /** All that is requested must be granted, whichever node the application master lands on. */
  private Proven equal(Proven.Kind kind, SparkAsk spark, Layout layout) throws Exception {
    SchedulerCase asked = asked(spark);
    List<Integer> nodes = nodesOfMaster(asked);
    int amNode = nodes.isEmpty() ? 0 : nodes.get(random.nextInt(nodes.size()));
    return proven(kind, spark, layout, amNode, RealScheduler.grant(asked, amNode));
  }

  /** Where more is asked than fits, what is granted is what the worst node leaves. */
  private Proven worst(SparkAsk spark, Layout layout) throws Exception {
    SchedulerCase asked = asked(spark);
    int worstNode = worstNode(asked);
    Granted worst = RealScheduler.grant(asked, worstNode);
    return proven(Proven.Kind.PINNED, spark, layout, worstNode, worst);
  }

  /** Returns the node, one of each kind, from which the application master takes most. */
  private static int worstNode(SchedulerCase asked) throws Exception {
    int worst = 0;
    int least = Integer.MAX_VALUE;
    for (int node : nodesOfMaster(asked)) {
      int executors = first(asked, node) ? RealScheduler.grant(asked, node).executors() : least;
      if (executors < least) {
        least = executors;
        worst = node;
      }
    }
    return worst;
  }

  private Proven proven(
      Proven.Kind kind, SparkAsk spark, Layout layout, int amNode, Granted granted) {
    int requested = layout.requestedExecutors();
    int planned = layout.grantedExecutors();
    List<String> differences = new ArrayList<>();
    if (!spark.refusal().isEmpty()) {
      differences.add(spark.refusal());
    }
    if (spark.executors() != requested) {
      differences.add("the settings ask for " + spark.executors());
    }
    if (kind != Proven.Kind.PINNED && requested != planned) {
      differences.add("less is planned than requested");
    }
    if (!granted.amStarted()) {
      differences.add("the application master does not start");
    }
    if (granted.executors() != planned) {
      differences.add("planned " + planned + " and granted " + granted.executors());
    }
    if (granted.executors() > 0 && granted.containerMib() != layout.containerMib()) {
      differences.add(
          "a container of "
              + granted.containerMib()
              + " MiB where "
              + layout.containerMib()
              + " is planned");
    }
    return new Proven(
        kind,
        cluster,
        drawn,
        asked(spark),
        requested,
        planned,
        amNode,
        granted.executors(),
        String.join("; ", differences));
  }

  private SchedulerCase asked(SparkAsk spark) {
    return drawn.scheduled(spark.master(), spark.executors(), spark.executor());
  }

  /** The law, which is held against the schedulers by itself, tells on which nodes it starts. */
  private static List<Integer> nodesOfMaster(SchedulerCase asked) {
    List<Integer> nodes = new ArrayList<>();
    for (int node = 0; node < asked.nodes().size(); node++) {
      if (YarnLaw.grant(asked, node).amStarted()) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  private static boolean first(SchedulerCase asked, int node) {
    return asked.nodes().indexOf(asked.nodes().get(node)) == node;
  }

  private static SparkAsk alternative(SparkAsk spark, Layout other) {
    Map<String, String> settings = new HashMap<>();
    settings.put("spark.executor.instances", String.valueOf(other.requestedExecutors()));
    settings.put("spark.dynamicAllocation.enabled", "false");
    settings.put("spark.executor.cores", String.valueOf(other.size().cores()));
    settings.put("spark.executor.memory", other.size().heapMib() + "m");
    boolean enforced = spark.settings().containsKey("spark.executor.pyspark.memory");
    if (enforced) {
      settings.put("spark.executor.pyspark.memory", other.size().pythonMib() + "m");
    }
    if (spark.settings().containsKey("spark.executor.memoryOverhead")) {
      long python = enforced ? 0 : other.size().pythonMib();
      settings.put("spark.executor.memoryOverhead", other.size().overheadMib() + python + "m");
    }
    return spark.with(settings);
  }

  private List<Proven> nothingFits(InputException refusal) throws Exception {
    if (drawn.workload().layout().executorsPerNode().isPresent()) {
      return List.of();
    }
    SparkAsk spark = new SmallestAsk(drawn.workload(), drawn.conf(), drawn.inside()).spark();
    SchedulerCase asked = asked(spark);
    int amNode = worstNode(asked);
    Granted worst = RealScheduler.grant(asked, amNode);
    String mismatch =
        worst.executors() == 0
            ? ""
            : "an executor is granted and the planner says: "
                + String.valueOf(refusal.getMessage()).replaceAll("[\\s,]+", " ");
    return List.of(
        new Proven(
            Proven.Kind.NOTHING_FITS,
            cluster,
            drawn,
            asked,
            1,
            0,
            amNode,
            worst.executors(),
            mismatch));
  }
}
