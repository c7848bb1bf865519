/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.trust.ExecutorLaw.Executor;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a manager makes of executors, by the tables of docs/planning.md and from the figures of a
 * plan alone.
 *
 * @param plan the plan
 * @param yarn the rounding of containers, on YARN
 * @param nodes the nodes, a group each
 * @param driver what the driver or application master takes
 */
record ClusterLaw(PlanFile plan, YarnRounding yarn, List<Nodes> nodes, Place driver) {
  private static final Place NOTHING = new Place(0, 0, 0);

  /** Machines that are alike. */
  record Nodes(String name, long number, long cores, long mib, long gpus, boolean spot) {}

  /** A place on a node, as the manager counts it. */
  record Place(long mib, long cores, long gpus) {
    long timesIn(long offeredMib, long offeredCores, long offeredGpus) {
      long times = mib == 0 ? Long.MAX_VALUE : Math.max(0, offeredMib) / mib;
      times = cores == 0 ? times : Math.min(times, Math.max(0, offeredCores) / cores);
      return gpus == 0 ? times : Math.min(times, Math.max(0, offeredGpus) / gpus);
    }
  }

  ClusterLaw {
    nodes = List.copyOf(nodes);
  }

  /** Returns the law at the upper end of the ranges. */
  static ClusterLaw upper(PlanFile plan) {
    return of(plan, "nodes");
  }

  /** Returns the law at the lower end of the ranges. */
  static ClusterLaw lower(PlanFile plan) {
    return of(plan, "leastNodes");
  }

  private static ClusterLaw of(PlanFile plan, String end) {
    List<Nodes> nodes =
        plan.part("cluster").list("nodeGroups").stream()
            .map(group -> group(group, end))
            .filter(group -> group.number() > 0)
            .toList();
    return new ClusterLaw(plan, new YarnRounding(plan), nodes, new DriverLaw(plan).onCluster());
  }

  private static Nodes group(Json group, String end) {
    return new Nodes(
        group.text("name").orElseThrow(),
        group.number(end).orElseThrow(),
        group.number("coresOfferedPerNode").orElseThrow(),
        group.number("memoryOfferedPerNodeMiB").orElseThrow(),
        group.number("gpusPerNode").orElseThrow(),
        group.text("spot").filter("true"::equals).isPresent());
  }

  /** Returns this law under YARN's dominant calculator. */
  ClusterLaw dominant() {
    YarnRounding counting = yarn.dominant();
    return new ClusterLaw(plan, counting, nodes, new DriverLaw(plan).onCluster(counting));
  }

  boolean isYarn() {
    return plan.is("cluster/manager", "yarn");
  }

  long memory() {
    return nodes.stream().mapToLong(group -> group.number() * group.mib()).sum();
  }

  long cores() {
    return nodes.stream().mapToLong(group -> group.number() * group.cores()).sum();
  }

  /** Returns the GPUs of an executor: one where every machine has some and nothing is said. */
  long gpus() {
    boolean everywhere = nodes.stream().allMatch(group -> group.gpus() > 0);
    long each = plan.whole("workload/gpusPerExecutor").orElse(everywhere ? 1L : 0L);
    return plan.is("cluster/manager", "local") ? 0 : each;
  }

  /** Returns the memory that the manager sets aside for an executor. */
  long container(Executor executor) {
    return isYarn() ? yarn.memory(executor.request()) : executor.request();
  }

  Place place(Executor executor) {
    return switch (plan.text("cluster/manager").orElseThrow()) {
      case "standalone" -> new Place(executor.heap(), executor.cores(), executor.gpus());
      case "yarn" -> new Place(container(executor), yarn.vcores(executor.cores()), executor.gpus());
      default -> new Place(executor.request(), executor.cores(), executor.gpus());
    };
  }

  /** Returns how many executors an empty node holds. */
  long perNode(Executor executor, Nodes group) {
    return place(executor).timesIn(group.mib(), group.cores(), group.gpus());
  }

  /** Returns how many are meant for a node: neither its cores nor its memory are overbooked. */
  long meant(Executor executor, Nodes group) {
    long whole = Math.min(group.mib() / container(executor), group.cores() / executor.cores());
    return Math.min(perNode(executor, group), whole);
  }

  /** Returns how many are meant for all nodes. */
  long meant(Executor executor) {
    return nodes.stream().mapToLong(group -> group.number() * meant(executor, group)).sum();
  }

  /** Returns how many the driver's place costs, on the node where it costs most. */
  long displaced(Executor executor) {
    if (driver.equals(NOTHING)) {
      return 0;
    }
    return nodes.stream()
        .filter(this::mayHoldDriver)
        .filter(group -> driver.timesIn(group.mib(), group.cores(), group.gpus()) > 0)
        .mapToLong(group -> perNode(executor, group) - beside(executor, group))
        .max()
        .orElse(0);
  }

  private long beside(Executor executor, Nodes group) {
    return place(executor)
        .timesIn(group.mib() - driver.mib(), group.cores() - driver.cores(), group.gpus());
  }

  /** On Kubernetes the driver is kept off spot nodes where there are others. */
  private boolean mayHoldDriver(Nodes group) {
    boolean pods = plan.is("cluster/manager", "kubernetes");
    return !(pods && group.spot() && nodes.stream().anyMatch(other -> !other.spot()));
  }

  /** Returns how many of the executors that are asked for are granted. */
  long granted(Executor executor, long asked) {
    if (isYarn() && !yarn.accepts(executor)) {
      return 0;
    }
    long places =
        nodes.stream().mapToLong(group -> group.number() * perNode(executor, group)).sum()
            - displaced(executor);
    return Math.max(0, Math.min(asked, Math.min(places, inQueue(executor))));
  }

  /** Returns how many executors the queue holds beside the application master. */
  long inQueue(Executor executor) {
    Place one = place(executor);
    if (!isYarn()) {
      return Long.MAX_VALUE;
    }
    return one.timesIn(queueMib() - driver.mib(), queueVcores() - driver.cores(), Long.MAX_VALUE);
  }

  long queueMib() {
    return ofQueue(memory(), yarn.minimumMib());
  }

  long queueVcores() {
    return ofQueue(cores(), Math.max(1, yarn.minimumVcores()));
  }

  /** floor(share x cluster), the Capacity Scheduler's share a float and in whole minimums. */
  private long ofQueue(long whole, long minimum) {
    BigDecimal share = plan.decimal("cluster/yarn/queueShare").orElseThrow();
    if (yarn.isFair()) {
      // As a double, which the Fair Scheduler reads a percentage as.
      return (long) (whole * share.doubleValue());
    }
    float percent = share.movePointRight(2).floatValue();
    BigDecimal single = new BigDecimal(percent / 100f);
    return Math.min(ExecutorLaw.share(single, whole), whole / minimum * minimum);
  }
}
