/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnRules;

/**
 * A model of each manager's scheduler: how many executors an otherwise empty cluster grants.
 *
 * <p>YARN packs containers by memory, and under the dominant calculator by vcores too; the
 * application master comes first. A standalone master counts a worker's cores and the heaps; that
 * the machine's memory holds the rest as well is ours to see to.
 */
final class Placement {
  private final Cluster cluster;
  private final DriverLayout driver;

  Placement(Cluster cluster, DriverLayout driver) {
    this.cluster = cluster;
    this.driver = driver;
  }

  /** Returns the memory that the manager sets aside for one executor, in MiB. */
  long containerMib(ExecutorSize size) {
    return cluster.rules() instanceof YarnRules yarn
        ? yarn.containerMib(size.requestMib())
        : size.requestMib();
  }

  /** Says whether the manager would accept the request at all. */
  boolean accepts(ExecutorSize size) {
    return !(cluster.rules() instanceof YarnRules yarn)
        || (size.requestMib() <= yarn.maximumMib() && size.cores() <= yarn.maximumVcores());
  }

  /** Says whether the driver or application master finds a node. */
  boolean holdsDriver() {
    NodeGroup nodes = cluster.nodes();
    boolean accepted =
        !(cluster.rules() instanceof YarnRules yarn)
            || (driver.clusterMib() <= yarn.maximumMib()
                && driver.clusterCores() <= yarn.maximumVcores());
    boolean coresFit = !countsCores() || driver.clusterCores() <= nodes.cores();
    return accepted && coresFit && driver.clusterMib() <= nodes.memoryMib();
  }

  /** Returns how many executors of this size one empty node holds. */
  int perNode(ExecutorSize size) {
    return perNode(size, cluster.nodes().memoryMib(), cluster.nodes().cores());
  }

  /** Returns how many executors the driver or application master displaces from its node. */
  int displaced(ExecutorSize size) {
    NodeGroup nodes = cluster.nodes();
    int beside =
        perNode(
            size, nodes.memoryMib() - driver.clusterMib(), nodes.cores() - driver.clusterCores());
    return perNode(size) - beside;
  }

  /** Returns how many of the requested executors are granted. */
  int grant(ExecutorSize size, int requested) {
    if (!accepts(size) || !holdsDriver()) {
      return 0;
    }
    long places = (long) perNode(size) * cluster.nodes().nodes() - displaced(size);
    return (int) Math.max(0, Math.min(requested, places));
  }

  private int perNode(ExecutorSize size, long memoryMib, int cores) {
    if (memoryMib <= 0) {
      return 0;
    }
    long byMemory = memoryMib / containerMib(size);
    int byCores = Math.max(0, cores) / size.cores();
    return (int) (countsCores() ? Math.min(byMemory, byCores) : byMemory);
  }

  private boolean countsCores() {
    return switch (cluster.manager()) {
      case LOCAL, STANDALONE -> true;
      case YARN ->
          cluster.rules() instanceof YarnRules yarn
              && yarn.calculator() == ResourceCalculator.DOMINANT;
    };
  }
}
