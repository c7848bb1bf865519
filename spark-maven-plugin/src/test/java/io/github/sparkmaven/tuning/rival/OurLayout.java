/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.tuning.Layout;
import io.github.sparkmaven.tuning.Planner;
import io.github.sparkmaven.tuning.WorkloadExample;
import java.util.Optional;

/** The planner's layout for a JVM job on a cluster of the grid, granted by the rivals' placer. */
final class OurLayout {
  private OurLayout() {}

  /** Returns what is granted of it, or nothing where the planner finds that nothing fits. */
  static Optional<BestRival.Placed> on(RivalCluster cluster) {
    Layout layout;
    try {
      layout =
          new Planner(declared(cluster).complete(), WorkloadExample.jvm().workload())
              .plan()
              .layout();
    } catch (InputException nothingFits) {
      return Optional.empty();
    }
    Ask ask =
        new Ask(
            layout.requestedExecutors(),
            layout.size().cores(),
            layout.size().heapMib(),
            layout.size().overheadMib());
    return Optional.of(BestRival.placed("ours", ask, cluster));
  }

  /** Both sides see the same offer: nothing is left to the planner's own defaults. */
  static ClusterExample declared(RivalCluster cluster) {
    ClusterExample machines =
        ClusterExample.of(
            cluster.kind().manager(),
            cluster.nodes(),
            cluster.machineCores(),
            cluster.machineMib() + "m");
    String memory = cluster.nodeMib() + "m";
    return switch (cluster.kind()) {
      case YARN_DEFAULT, YARN_DOMINANT ->
          machines
              .with("yarn/nodeVcores", "" + cluster.nodeCores())
              .with("yarn/nodeMemory", memory)
              .with("yarn/minimumAllocation", cluster.minimumAllocationMib() + "m")
              .with("yarn/resourceCalculator", cluster.kind().calculator());
      case KUBERNETES ->
          machines
              .with("kubernetes/allocatableCores", cluster.nodeMillicores() + "m")
              .with("kubernetes/allocatableMemory", memory)
              .with("kubernetes/daemonSetCores", "0")
              .with("kubernetes/daemonSetMemory", "0m");
      case STANDALONE ->
          machines
              .with("standalone/workerCores", "" + cluster.nodeCores())
              .with("standalone/workerMemory", memory);
    };
  }
}
