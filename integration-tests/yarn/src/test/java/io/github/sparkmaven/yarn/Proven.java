/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One comparison of a plan with a real scheduler.
 *
 * @param kind what was compared
 * @param cluster the number of the drawn cluster
 * @param drawn the cluster and the workload
 * @param asked what the scheduler was asked for
 * @param requested executors that the planner says are requested
 * @param planned executors that it says are granted
 * @param amNode the node that the application master was put on
 * @param granted executors that the scheduler granted
 * @param mismatch what differs; empty when nothing does
 */
record Proven(
    Kind kind,
    int cluster,
    PlannerCase drawn,
    SchedulerCase asked,
    int requested,
    int planned,
    int amNode,
    int granted,
    String mismatch) {
  static final String HEADER =
      "cluster,kind,scheduler,calculator,minimum_mib,increment_mib,maximum_mib,minimum_vcores,"
          + "maximum_vcores,queue_share,am_share,nodes,deploy_mode,language,pinned,am_mib,am_vcores,"
          + "executor_mib,executor_vcores,requested,planned,am_node,granted,cores_offered,"
          + "cores_placed,mismatch";

  /** What is compared. */
  enum Kind {
    /** The chosen layout of a plan without a pinned number of executors. */
    PLAN,
    /** The chosen layout where the user pinned how many there are. */
    PINNED,
    /** A layout that lost. */
    ALTERNATIVE,
    /** That nothing fits. */
    NOTHING_FITS
  }

  boolean matches() {
    return mismatch.isEmpty();
  }

  double coresPlaced() {
    return granted * asked.executor().vcores() / drawn.coresOffered();
  }

  /** Returns all of it, for a test of the planner to be made of. */
  String text() {
    return "cluster %d %s: %s%n  planned: %d requested, %d granted; real: %d, AM on node %d%n  %s%n  %s"
        .formatted(cluster, kind, mismatch, requested, planned, granted, amNode, asked, drawn);
  }

  String csv() {
    return String.join(
        ",",
        String.valueOf(cluster),
        kind.name().toLowerCase(Locale.ROOT),
        asked.scheduler().name().toLowerCase(Locale.ROOT),
        asked.calculator().name().toLowerCase(Locale.ROOT),
        asked.minimumMib() + "," + asked.incrementMib() + "," + asked.maximumMib(),
        asked.minimumVcores() + "," + asked.maximumVcores(),
        asked.queueShare() + "," + asked.maximumAmShare(),
        nodes(),
        drawn.cluster().deployMode().orElseThrow().label(),
        drawn.workload().language().name().toLowerCase(Locale.ROOT),
        String.valueOf(drawn.pinned()),
        asked.am().mib() + "," + asked.am().vcores(),
        asked.executor().mib() + "," + asked.executor().vcores(),
        requested + "," + planned + "," + amNode + "," + granted,
        String.format(Locale.ROOT, "%.1f", drawn.coresOffered()),
        String.valueOf(granted * asked.executor().vcores()),
        mismatch);
  }

  private String nodes() {
    return asked.nodes().stream()
        .distinct()
        .map(
            node ->
                asked.nodes().stream().filter(node::equals).count()
                    + " x "
                    + node.memoryMib()
                    + " MiB "
                    + node.vcores())
        .collect(Collectors.joining(" + "));
  }
}
