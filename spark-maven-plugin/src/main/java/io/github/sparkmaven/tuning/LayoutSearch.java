/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.NodeGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enumerates the layouts that a cluster can hold and that a workload's pins allow, and places each.
 *
 * <p>An executor's size is cut from a node: for every number of cores, every number of executors
 * that a node of some group can be divided into, with and without the driver's place beside them.
 */
final class LayoutSearch {
  private final Cluster cluster;
  private final Workload workload;
  private final ExecutorSizer sizer;
  private final DriverLayout driver;
  private final Placement placement;
  private final Criteria criteria;

  LayoutSearch(Cluster cluster, Workload workload) {
    this.cluster = cluster;
    this.workload = workload;
    this.sizer = new ExecutorSizer(workload, new GpuShares(cluster, workload).perExecutor());
    this.driver = DriverLayout.of(cluster, workload);
    this.placement = new Placement(cluster, driver);
    this.criteria = new Criteria(cluster, workload);
  }

  Placement placement() {
    return placement;
  }

  Criteria criteria() {
    return criteria;
  }

  DriverLayout driver() {
    return driver;
  }

  /** Returns the layouts in which at least one executor is granted, the best first. */
  List<Candidate> all() {
    Map<ExecutorSize, Candidate> found = new LinkedHashMap<>();
    int most = workload.layout().executorCores().orElse(cluster.mostCores());
    for (int cores = workload.layout().executorCores().orElse(1); cores <= most; cores++) {
      for (Share share : shares(cores)) {
        add(cores, share, found);
      }
    }
    List<Candidate> ranked = new ArrayList<>(found.values());
    ranked.sort(criteria.bestFirst());
    return ranked;
  }

  private void add(int cores, Share share, Map<ExecutorSize, Candidate> found) {
    Optional<ExecutorSize> size = sizer.fill(cores, share.mebibytes());
    if (size.isPresent() && !found.containsKey(size.get())) {
      Candidate candidate = placed(size.get(), share);
      if (candidate.grantedExecutors() > 0) {
        found.put(size.get(), candidate);
      }
    }
  }

  private List<Share> shares(int cores) {
    return workload.layout().executorsPerNode().isPresent()
        ? pinnedShare(workload.layout().executorsPerNode().getAsInt(), cores)
        : freeShares(cores);
  }

  /** A pinned number is meant for every node, so the node with least memory decides. */
  private List<Share> pinnedShare(int perNode, int cores) {
    // Vcores may be overbooked only where the user pins both.
    boolean fits =
        workload.layout().executorCores().isPresent()
            || cluster.groups().stream().allMatch(group -> (long) perNode * cores <= group.cores());
    NodeGroup least =
        cluster.groups().stream()
            .reduce((one, other) -> other.memoryMib() < one.memoryMib() ? other : one)
            .orElseThrow();
    // It is obeyed to the letter, whatever the scheduler rounds.
    return fits
        ? List.of(Share.ofWholeNode(cluster, least, perNode, Long.MAX_VALUE).unrounded())
        : List.of();
  }

  private List<Share> freeShares(int cores) {
    List<Share> shares = new ArrayList<>();
    long largestMib = placement.largestMib();
    for (NodeGroup group : cluster.groups()) {
      int most = Math.max(1, group.cores() / cores);
      // From the most down: of two shares that make the same executor, the one that tells how many
      // a node holds is kept.
      for (int perNode = most; perNode >= 1; perNode--) {
        Share whole = Share.ofWholeNode(cluster, group, perNode, largestMib);
        shares.add(whole);
        if (!driver.onCluster().isNothing()) {
          shares.add(whole.beside(driver));
        }
      }
    }
    return shares;
  }

  private Candidate placed(ExecutorSize size, Share share) {
    int requested = requested(size);
    int perNode = workload.layout().executorsPerNode().orElseGet(() -> perNode(size, share));
    return new Candidate(perNode, requested, placement.grant(size, requested), size, share);
  }

  /** What the search means to put on a node, so that its cores are not overbooked. */
  private int perNode(ExecutorSize size, Share share) {
    for (NodeGroup group : cluster.groups()) {
      if (share.group().isEmpty() || share.group().equals(group.name())) {
        return Math.max(1, meant(size, group));
      }
    }
    throw new IllegalStateException(share.group());
  }

  /** Neither cores nor the machine's memory are overbooked, whatever the manager counts. */
  private int meant(ExecutorSize size, NodeGroup group) {
    long byMemory = group.memoryMib() / placement.containerMib(size);
    long byCores = group.cores() / size.cores();
    return (int) Math.min(placement.perNode(size, group), Math.min(byMemory, byCores));
  }

  private int requested(ExecutorSize size) {
    LayoutPins pins = workload.layout();
    if (pins.executorInstances().isPresent()) {
      return pins.executorInstances().getAsInt();
    }
    if (pins.coresMax().isPresent()) {
      return pins.coresMax().getAsInt() / size.cores();
    }
    if (pins.executorsPerNode().isPresent()) {
      return Math.toIntExact(pins.executorsPerNode().getAsInt() * cluster.nodes());
    }
    long wanted = 0;
    for (NodeGroup group : cluster.groups()) {
      wanted += (long) meant(size, group) * group.nodes();
    }
    return placement.grant(size, (int) Math.min(wanted, Integer.MAX_VALUE));
  }

  /** Returns the whole of a layout, for those that are shown. */
  Layout layout(Candidate candidate) {
    ExecutorSize size = candidate.size();
    return new Layout(
        candidate.executorsPerNode(),
        candidate.requestedExecutors(),
        candidate.grantedExecutors(),
        leastExecutors(candidate),
        size,
        placement.containerMib(size),
        driver,
        cluster.groups().stream()
            .map(
                group ->
                    new GroupPlaces(
                        group,
                        workload.layout().executorsPerNode().orElseGet(() -> meant(size, group))))
            .toList(),
        sizer.explain(
            size, candidate.share().mebibytes(), candidate.share().text(placement.largestText())));
  }

  private int leastExecutors(Candidate candidate) {
    return cluster.scales()
        ? new Placement(cluster.atItsLeast(), driver)
            .grant(candidate.size(), candidate.requestedExecutors())
        : candidate.grantedExecutors();
  }
}
