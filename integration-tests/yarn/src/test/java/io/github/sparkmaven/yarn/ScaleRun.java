/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.tuning.Layout;
import java.util.Map;

/**
 * A plan for a mixed cluster of any size, and what the real scheduler made of it.
 *
 * @param plan what was planned
 * @param asked what the scheduler was asked for by the plan's settings
 * @param placing what it gave, and how long it took
 */
record ScaleRun(Plan plan, SchedulerCase asked, Placing placing) {
  /**
   * Plans and places.
   *
   * @param master the node of the application master
   * @param perHeartbeat how many executors a node may get with one of its heartbeats
   */
  static ScaleRun of(PlannerCase cluster, int master, int perHeartbeat) throws Exception {
    Plan plan = Planning.plan(cluster.request());
    SparkAsk spark = cluster.spark(plan);
    SchedulerCase asked = cluster.scheduled(spark.master(), spark.executors(), spark.executor());
    Map<String, String> settings = settings(asked.scheduler(), perHeartbeat);
    return new ScaleRun(plan, asked, RealScheduler.measure(asked, master, settings));
  }

  /** Returns nothing for one executor, which is both schedulers' default. */
  private static Map<String, String> settings(Scheduler scheduler, int perHeartbeat) {
    if (perHeartbeat == 1) {
      return Map.of();
    }
    String most = String.valueOf(perHeartbeat);
    return switch (scheduler) {
      // Spark's requests name no node, and so each is off-switch.
      case CAPACITY ->
          Map.of("yarn.scheduler.capacity.per-node-heartbeat.maximum-offswitch-assignments", most);
      case FAIR ->
          Map.of(
              "yarn.scheduler.fair.assignmultiple",
              "true",
              "yarn.scheduler.fair.dynamic.max.assign",
              "false",
              "yarn.scheduler.fair.max.assign",
              most);
    };
  }

  /** Says whether all that is planned is placed, in containers of the size that is planned. */
  boolean asPlanned() {
    Layout layout = plan.tuning().layout();
    Granted granted = placing.granted();
    return asked.executors() == layout.requestedExecutors()
        && granted.executors() == layout.grantedExecutors()
        && granted.containerMib() == layout.containerMib();
  }

  /** Returns the part of all nodes' vcores that work in executors. */
  double coresPlaced() {
    return (double) placing.granted().executors()
        * asked.executor().vcores()
        / asked.clusterVcores();
  }

  /** Returns the part of all nodes' memory that is in executors' containers. */
  double memoryPlaced() {
    Granted granted = placing.granted();
    return (double) granted.executors() * granted.containerMib() / asked.clusterMib();
  }
}
