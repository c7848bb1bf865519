/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.Demand;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.tuning.ExecutorSize;
import io.github.sparkmaven.tuning.GroupPlaces;
import io.github.sparkmaven.tuning.Layout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * One way to put the granted executors on the nodes: spread out, first as the plan means them, then
 * as the manager would still accept them; the driver where it displaces most, as the plan reckons.
 */
final class NodePlaces {
  private final Cluster cluster;
  private final Layout layout;
  private final Demand executor;
  private final Demand driver;

  NodePlaces(Plan plan) {
    this.cluster = plan.cluster();
    this.layout = plan.tuning().layout();
    this.driver = layout.driver().onCluster();
    ExecutorSize size = layout.size();
    long mib = cluster.rules().countsHeapAlone() ? size.heapMib() : size.requestMib();
    this.executor = cluster.rules().setAside(new Demand(mib, size.cores(), size.gpus()));
  }

  /** Returns the nodes, those that hold the same together, in the order of their groups. */
  List<DrawnNode> nodes() {
    List<DrawnNode> nodes = empty();
    int left = layout.grantedExecutors();
    for (ToIntFunction<DrawnNode> most :
        List.<ToIntFunction<DrawnNode>>of(this::meant, this::fits)) {
      boolean placed = true;
      while (left > 0 && placed) {
        int before = left;
        left = oneEach(nodes, most, left);
        placed = left < before;
      }
    }
    return nodes;
  }

  private List<DrawnNode> empty() {
    List<DrawnNode> nodes = new ArrayList<>();
    Optional<NodeGroup> drivers = groupOfDriver();
    for (NodeGroup group : cluster.groups()) {
      int first = drivers.filter(group::equals).isPresent() ? 1 : 0;
      if (first > 0) {
        nodes.add(new DrawnNode(group, 1, true, 0));
      }
      if (group.nodes() > first) {
        nodes.add(new DrawnNode(group, group.nodes() - first, false, 0));
      }
    }
    return nodes;
  }

  /** Gives one executor to each node that has a place; returns how many executors are left. */
  private static int oneEach(List<DrawnNode> nodes, ToIntFunction<DrawnNode> most, int executors) {
    int left = executors;
    for (int i = 0; i < nodes.size() && left > 0; i++) {
      DrawnNode alike = nodes.get(i);
      if (alike.executors() < most.applyAsInt(alike)) {
        int given = Math.min(left, alike.nodes());
        nodes.set(i, alike.withOneMore(given));
        if (given < alike.nodes()) {
          nodes.add(i + 1, alike.times(alike.nodes() - given));
        }
        left -= given;
      }
    }
    return left;
  }

  private int meant(DrawnNode node) {
    return layout.groups().stream()
        .filter(places -> places.group().equals(node.group()))
        .mapToInt(GroupPlaces::executorsPerNode)
        .map(meant -> Math.min(meant, fits(node)))
        .findFirst()
        .orElse(0);
  }

  private int fits(DrawnNode node) {
    return held(node.group(), node.driver() ? driver : Demand.NOTHING);
  }

  /** The rules of {@code tuning.Placement}: a pod of a driver is kept off spot nodes. */
  private Optional<NodeGroup> groupOfDriver() {
    if (driver.isNothing()) {
      return Optional.empty();
    }
    boolean offSpot =
        cluster.manager() == Manager.KUBERNETES && cluster.deployMode() == DeployMode.CLUSTER;
    return cluster.groups().stream()
        .filter(group -> !(offSpot && group.spot()))
        .filter(group -> driver.timesIn(group.memoryMib(), group.cores(), group.gpus()) > 0)
        // The first of equals.
        .min(Comparator.comparingInt(group -> held(group, driver) - held(group, Demand.NOTHING)));
  }

  private int held(NodeGroup group, Demand taken) {
    return executor.timesIn(
        group.memoryMib() - taken.memoryMib(),
        group.cores() - taken.cores(),
        group.gpus() - taken.gpus());
  }
}
