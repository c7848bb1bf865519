/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.unit.MemorySize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Chooses a layout and derives the settings: a pure function of cluster and workload. */
public final class Planner {
  private static final int ALTERNATIVES = 3;

  private final Cluster cluster;
  private final Workload workload;

  /** Plans for a workload on a cluster. */
  public Planner(Cluster cluster, Workload workload) {
    this.cluster = cluster;
    this.workload = workload;
  }

  /**
   * Plans.
   *
   * @throws InputException if no executor that the pins allow fits the cluster
   */
  public Tuning plan() {
    return cluster.manager() == Manager.LOCAL ? local() : onCluster();
  }

  private Tuning local() {
    // Pins of executors are for clusters: local mode has none, and Spark ignores their keys there.
    ExecutorSizer sizer = new ExecutorSizer(workload.withoutLayoutPins(), 0);
    NodeGroup machine = cluster.groups().get(0);
    long memory = machine.memoryMib();
    int cores = machine.cores();
    ExecutorSize size =
        workload
            .driver()
            .memory()
            .map(MemorySize::mebibytes)
            .map(pinned -> sizer.withHeap(cores, pinned))
            .or(() -> sizer.fill(cores, memory))
            .orElseThrow(() -> new Misfit(cluster, workload).nothingFits(List.of()));
    String arithmetic =
        workload.driver().memory().isPresent()
            ? "pinned"
            : sizer.explain(size, memory, memory + " MiB for the one JVM of local mode");
    Layout layout =
        new Layout(
            1,
            1,
            1,
            1,
            size,
            size.requestMib(),
            DriverLayout.ofLocal(size),
            List.of(new GroupPlaces(machine, 1)),
            arithmetic);
    List<String> warnings =
        size.heapMib() > memory
            ? List.of(
                String.format(
                    Locale.ROOT,
                    "The pinned heap of %d MiB is more than the %d MiB planned for on this machine: %s",
                    size.heapMib(),
                    memory,
                    machine.offer()))
            : List.of();
    return new Tuning(
        layout, List.of(), new SizingSettings(cluster, workload, layout).all(), warnings);
  }

  private Tuning onCluster() {
    LayoutSearch search = new LayoutSearch(cluster, workload);
    Misfit misfit = new Misfit(cluster, workload);
    if (!search.placement().holdsDriver()) {
      throw misfit.driverDoesNotFit(search.driver());
    }
    List<Candidate> allowed = search.all();
    List<Candidate> free =
        workload.layoutPinned()
            ? new LayoutSearch(cluster, workload.withoutLayoutPins()).all()
            : allowed;
    if (allowed.isEmpty()) {
      throw misfit.nothingFits(free);
    }
    Candidate chosen = allowed.get(0);
    Layout layout = search.layout(chosen);
    if (layout.leastExecutors() == 0) {
      throw misfit.nothingFitsAtTheLowerEnd(layout);
    }
    return new Tuning(
        layout,
        alternatives(search, chosen, free),
        new SizingSettings(cluster, workload, layout).all(),
        new PlanWarnings(search, cluster, workload, chosen, free).all());
  }

  /** The best layout of each other executor size first, so that the choice is a real one. */
  private List<Alternative> alternatives(
      LayoutSearch search, Candidate chosen, List<Candidate> ranked) {
    Set<Integer> seen = new HashSet<>(Set.of(chosen.size().cores()));
    List<Candidate> picked = new ArrayList<>();
    for (Candidate other : ranked) {
      if (picked.size() < ALTERNATIVES && seen.add(other.size().cores())) {
        picked.add(other);
      }
    }
    for (Candidate other : ranked) {
      if (picked.size() < ALTERNATIVES
          && !picked.contains(other)
          && !other.size().equals(chosen.size())) {
        picked.add(other);
      }
    }
    LayoutSearch unpinned =
        workload.layoutPinned() ? new LayoutSearch(cluster, workload.withoutLayoutPins()) : search;
    return picked.stream()
        .map(
            other ->
                new Alternative(unpinned.layout(other), whyNot(search.criteria(), other, chosen)))
        .toList();
  }

  private static String whyNot(Criteria criteria, Candidate lost, Candidate chosen) {
    boolean better = criteria.bestFirst().compare(lost, chosen) < 0;
    return better
        ? "the pins exclude it; without them it would win: "
            + criteria.whyWorse(chosen, lost)
            + " (chosen against this)"
        : criteria.whyWorse(lost, chosen);
  }
}
