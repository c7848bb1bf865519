/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.Demand;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.hardware.YarnRules;
import java.util.List;
import java.util.Optional;

/**
 * A model of each manager's scheduler: how many executors an otherwise empty cluster grants.
 *
 * <p>The driver or application master comes first, and nobody knows on which node; what is granted
 * is granted wherever it lands. Executors are alike, so a node holds as many as its resources
 * divide into. What a manager counts is a question to its {@code ManagerRules}.
 */
final class Placement {
  private final Cluster cluster;
  private final DriverLayout driver;
  private final List<NodeGroup> placesOfDriver;

  Placement(Cluster cluster, DriverLayout driver) {
    this.cluster = cluster;
    this.driver = driver;
    this.placesOfDriver =
        cluster.groups().stream().filter(group -> mayHoldDriver(group) && fits(group)).toList();
  }

  /** Returns the memory that the manager sets aside for one executor, in MiB. */
  long containerMib(ExecutorSize size) {
    return cluster
        .rules()
        .setAside(new Demand(size.requestMib(), size.cores(), size.gpus()))
        .memoryMib();
  }

  /** Returns the largest container that the manager allows, and that the queue holds at all. */
  long largestMib() {
    long step = cluster.rules().stepMib();
    long inQueue = queue().map(limit -> limit.restMib() / step * step).orElse(Long.MAX_VALUE);
    return Math.min(cluster.rules().largestMib(), Math.max(0, inQueue));
  }

  /** Returns what the largest container is: the manager's, or what the driver leaves a queue. */
  String largestText() {
    long largestMib = largestMib();
    return largestMib == cluster.rules().largestMib()
        ? "a container of " + largestMib
        : queue().orElseThrow().restText(driver.name());
  }

  /** Says whether the manager would accept the request at all. */
  boolean accepts(ExecutorSize size) {
    return cluster.rules().accepts(request(size));
  }

  /** Says whether the driver or application master finds a node. */
  boolean holdsDriver() {
    return driver.request().isNothing()
        || (cluster.rules().accepts(driver.request())
            && !placesOfDriver.isEmpty()
            && queue().map(QueueLimit::holdsDriver).orElse(true));
  }

  /** Says whether the driver finds a node, and its queue alone is in the way. */
  boolean queueIsTooSmall() {
    return cluster.rules().accepts(driver.request())
        && !placesOfDriver.isEmpty()
        && !queue().map(QueueLimit::holdsDriver).orElse(true);
  }

  /** Says whether the queue itself is large enough for the driver. */
  boolean queueFitsDriver() {
    return queue().map(QueueLimit::fitsDriver).orElse(true);
  }

  /** Returns how many executors of this size one empty node of a group holds. */
  int perNode(ExecutorSize size, NodeGroup group) {
    return perNode(setAside(size), group, Demand.NOTHING);
  }

  /** Returns how many executors all nodes hold when nothing else is on them. */
  long capacity(ExecutorSize size) {
    Demand demand = setAside(size);
    long places = 0;
    for (NodeGroup group : cluster.groups()) {
      places += (long) perNode(demand, group, Demand.NOTHING) * group.nodes();
    }
    return places;
  }

  /**
   * Returns how many executors the driver or application master displaces from its node, on the
   * node where it displaces most.
   */
  int displaced(ExecutorSize size) {
    if (driver.onCluster().isNothing()) {
      return 0;
    }
    Demand demand = setAside(size);
    int most = 0;
    for (NodeGroup group : placesOfDriver) {
      int alone = perNode(demand, group, Demand.NOTHING);
      most = Math.max(most, alone - perNode(demand, group, driver.onCluster()));
    }
    return most;
  }

  /** Returns how many of the requested executors are granted. */
  int grant(ExecutorSize size, int requested) {
    if (!accepts(size) || !holdsDriver()) {
      return 0;
    }
    long places = capacity(size) - displaced(size);
    Demand executor = setAside(size);
    long inQueue = queue().map(limit -> limit.places(executor)).orElse(places);
    return (int) Math.max(0, Math.min(requested, Math.min(places, inQueue)));
  }

  /** Returns how the queue comes to what is granted, where it is the queue that decides. */
  Optional<String> queueText(ExecutorSize size) {
    Demand executor = setAside(size);
    long places = capacity(size) - displaced(size);
    return queue()
        .filter(limit -> limit.places(executor) < places)
        .map(limit -> limit.text(executor, driver.name()));
  }

  /** Returns what the job's queue has of the memory, on YARN. */
  Optional<QueuePart> queueMemory() {
    return queue().map(QueueLimit::ofMemory);
  }

  private Optional<QueueLimit> queue() {
    return cluster.rules() instanceof YarnRules yarn
        ? Optional.of(
            new QueueLimit(
                yarn, cluster.memoryOfferedMib(), cluster.coresOffered(), driver.onCluster()))
        : Optional.empty();
  }

  private Demand request(ExecutorSize size) {
    long memoryMib = cluster.rules().countsHeapAlone() ? size.heapMib() : size.requestMib();
    return new Demand(memoryMib, size.cores(), size.gpus());
  }

  private Demand setAside(ExecutorSize size) {
    return cluster.rules().setAside(request(size));
  }

  private boolean fits(NodeGroup group) {
    return driver.onCluster().timesIn(group.memoryMib(), group.cores(), group.gpus()) > 0;
  }

  /**
   * The driver's pod is kept off spot nodes by its template, where there are others; no other
   * manager can be told to.
   */
  private boolean mayHoldDriver(NodeGroup group) {
    boolean chosen =
        cluster.manager() == Manager.KUBERNETES && cluster.deployMode() == DeployMode.CLUSTER;
    return !(chosen && group.spot() && cluster.groups().stream().anyMatch(other -> !other.spot()));
  }

  private static int perNode(Demand executor, NodeGroup group, Demand taken) {
    return executor.timesIn(
        group.memoryMib() - taken.memoryMib(),
        group.cores() - taken.cores(),
        group.gpus() - taken.gpus());
  }
}
