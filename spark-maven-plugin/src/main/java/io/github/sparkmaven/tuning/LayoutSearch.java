/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.hardware.YarnRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Enumerates the layouts that a cluster can hold and that a workload's pins allow, and places each.
 */
final class LayoutSearch {
  private final Cluster cluster;
  private final Workload workload;
  private final ExecutorSizer sizer;
  private final DriverLayout driver;
  private final Placement placement;

  LayoutSearch(Cluster cluster, Workload workload) {
    this.cluster = cluster;
    this.workload = workload;
    this.sizer = new ExecutorSizer(workload);
    this.driver = DriverLayout.of(cluster, workload);
    this.placement = new Placement(cluster, driver);
  }

  Placement placement() {
    return placement;
  }

  /** Returns the layouts in which at least one executor is granted, the best first. */
  List<Layout> all() {
    List<Layout> found = new ArrayList<>();
    coreCounts()
        .forEach(
            cores -> {
              perNodeCounts(cores)
                  .forEach(
                      perNode ->
                          shares(perNode)
                              .forEach(
                                  share -> layout(cores, perNode, share).ifPresent(found::add)));
            });
    return found.stream().distinct().sorted(Criterion.bestFirst()).toList();
  }

  private IntStream coreCounts() {
    return workload.executorCores().isPresent()
        ? IntStream.of(workload.executorCores().getAsInt())
        : IntStream.rangeClosed(1, cluster.nodes().cores());
  }

  private IntStream perNodeCounts(int cores) {
    if (workload.executorsPerNode().isPresent()) {
      int perNode = workload.executorsPerNode().getAsInt();
      // Vcores may be overbooked only where the user pins both.
      boolean fits = (long) perNode * cores <= cluster.nodes().cores();
      return fits || workload.executorCores().isPresent()
          ? IntStream.of(perNode)
          : IntStream.empty();
    }
    return IntStream.rangeClosed(1, Math.max(1, cluster.nodes().cores() / cores));
  }

  /**
   * An executor's share of its node: all of it divided, or what the driver or application master
   * leaves.
   */
  private List<Share> shares(int perNode) {
    long node = cluster.nodes().memoryMib();
    Share whole = share(node, perNode, "");
    if (workload.executorsPerNode().isPresent() || driver.clusterMib() == 0) {
      return List.of(whole);
    }
    String less =
        String.format(Locale.ROOT, "(%d - %d for the %s)", node, driver.clusterMib(), driverName());
    return List.of(whole, share(node - driver.clusterMib(), perNode, less));
  }

  private Share share(long memoryMib, int perNode, String less) {
    long divided = memoryMib / perNode;
    String text =
        String.format(
            Locale.ROOT,
            "%s MiB / %d executors per node = %d MiB",
            less.isEmpty() ? "" + memoryMib : less,
            perNode,
            divided);
    // A pinned count is obeyed to the letter; otherwise what YARN would round away is not asked
    // for.
    if (cluster.rules() instanceof YarnRules yarn && workload.executorsPerNode().isEmpty()) {
      long step = yarn.incrementMib();
      long whole = divided / step * step;
      long rounded = Math.min(whole, yarn.maximumMib());
      String rounding = whole == divided ? "" : ", in whole " + step + " MiB = " + whole;
      String limit = rounded == whole ? "" : ", at most a container of " + rounded;
      return new Share(rounded, text + rounding + limit);
    }
    return new Share(divided, text);
  }

  private String driverName() {
    return switch (driver.deployMode()) {
      case CLIENT -> "application master";
      case CLUSTER -> "driver";
    };
  }

  private Optional<Layout> layout(int cores, int perNode, Share share) {
    return sizer
        .fill(cores, share.mebibytes())
        .map(size -> laidOut(size, perNode, sizer.explain(size, share.mebibytes(), share.text())))
        .filter(layout -> layout.grantedExecutors() > 0);
  }

  private Layout laidOut(ExecutorSize size, int perNode, String arithmetic) {
    NodeGroup nodes = cluster.nodes();
    int wanted = Math.multiplyExact(perNode, nodes.nodes());
    int requested =
        workload
            .executorInstances()
            .orElseGet(
                () ->
                    workload.executorsPerNode().isPresent()
                        ? wanted
                        : placement.grant(size, wanted));
    return new Layout(
        perNode,
        requested,
        placement.grant(size, requested),
        size,
        placement.containerMib(size),
        driver,
        nodes,
        arithmetic);
  }

  private record Share(long mebibytes, String text) {}
}
