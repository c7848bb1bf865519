/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.problem.InputException;
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
    ExecutorSizer sizer = new ExecutorSizer(workload.withoutLayoutPins());
    long memory = cluster.nodes().memoryMib();
    int cores = cluster.nodes().cores();
    ExecutorSize size =
        workload
            .driverMemory()
            .map(pinned -> sizer.withHeap(cores, pinned.mebibytes()))
            .or(() -> sizer.fill(cores, memory))
            .orElseThrow(() -> nothingFits(List.of()));
    String arithmetic =
        workload.driverMemory().isPresent()
            ? "pinned"
            : sizer.explain(size, memory, memory + " MiB for the one JVM of local mode");
    Layout layout =
        new Layout(
            1,
            1,
            1,
            size,
            size.requestMib(),
            DriverLayout.ofLocal(size),
            cluster.nodes(),
            arithmetic);
    return new Tuning(
        layout, List.of(), new SizingSettings(cluster, workload, layout).all(), List.of());
  }

  private Tuning onCluster() {
    LayoutSearch search = new LayoutSearch(cluster, workload);
    if (!search.placement().holdsDriver()) {
      throw driverDoesNotFit(DriverLayout.of(cluster, workload));
    }
    List<Layout> allowed = search.all();
    List<Layout> free =
        workload.layoutPinned()
            ? new LayoutSearch(cluster, workload.withoutLayoutPins()).all()
            : allowed;
    if (allowed.isEmpty()) {
      throw nothingFits(free);
    }
    Layout chosen = allowed.get(0);
    return new Tuning(
        chosen,
        alternatives(chosen, free),
        new SizingSettings(cluster, workload, chosen).all(),
        new PlanWarnings(cluster, workload, chosen, search.placement(), free).all());
  }

  /** The best layout of each other executor size first, so that the choice is a real one. */
  private List<Alternative> alternatives(Layout chosen, List<Layout> ranked) {
    List<Layout> others = ranked.stream().filter(layout -> !layout.equals(chosen)).toList();
    Set<Integer> seen = new HashSet<>(Set.of(chosen.size().cores()));
    List<Layout> picked =
        new ArrayList<>(
            others.stream()
                .filter(layout -> seen.add(layout.size().cores()))
                .limit(ALTERNATIVES)
                .toList());
    others.stream()
        .filter(layout -> !picked.contains(layout))
        .limit(Math.max(0, ALTERNATIVES - picked.size()))
        .forEach(picked::add);
    return picked.stream().map(layout -> new Alternative(layout, whyNot(layout, chosen))).toList();
  }

  private String whyNot(Layout lost, Layout chosen) {
    boolean better = Criterion.bestFirst().compare(lost, chosen) < 0;
    return better
        ? "the pins exclude it; without them it would win: "
            + Criterion.whyWorse(chosen, lost)
            + " (chosen against this)"
        : Criterion.whyWorse(lost, chosen);
  }

  private InputException nothingFits(List<Layout> free) {
    String fix =
        free.stream()
            .findFirst()
            .map(
                layout ->
                    String.format(
                        Locale.ROOT,
                        "Without the pins %d executors per node of %d cores and %dm would fit",
                        layout.executorsPerNode(),
                        layout.size().cores(),
                        layout.size().heapMib()))
            .orElse(
                "An executor needs at least "
                    + new ExecutorSizer(workload.withoutLayoutPins())
                        .withHeap(1, ExecutorSizer.MINIMUM_HEAP_MIB)
                        .requestMib()
                    + " MiB: declare larger nodes, or reserve less");
    return new InputException("workload", "no executor fits" + pins() + ": " + offer(), fix);
  }

  private InputException driverDoesNotFit(DriverLayout driver) {
    boolean inside = driver.deployMode() == DeployMode.CLUSTER;
    return new InputException(
        inside ? "workload/driverMemory" : "cluster/memory",
        String.format(
            Locale.ROOT,
            "the %s needs %d MiB and %d core(s) of one node, and does not fit: %s",
            inside ? "driver" : "application master",
            driver.clusterMib(),
            driver.clusterCores(),
            offer()),
        inside
            ? "Give driverMemory and driverCores that fit, or declare larger nodes"
            : "Declare larger nodes, or reserve less");
  }

  private String offer() {
    String limit =
        cluster.rules() instanceof YarnRules yarn
            ? String.format(
                Locale.ROOT,
                ", the largest container %d MiB and %d vcores",
                yarn.maximumMib(),
                yarn.maximumVcores())
            : "";
    return String.format(
        Locale.ROOT,
        "a node offers %d cores and %d MiB%s",
        cluster.nodes().cores(),
        cluster.nodes().memoryMib(),
        limit);
  }

  private String pins() {
    List<String> pins = new ArrayList<>();
    workload.executorsPerNode().ifPresent(value -> pins.add("executorsPerNode " + value));
    workload.executorCores().ifPresent(value -> pins.add("executorCores " + value));
    workload.executorMemory().ifPresent(value -> pins.add("executorMemory " + value));
    workload.memoryOverhead().ifPresent(value -> pins.add("memoryOverhead " + value));
    workload.offHeapMemory().ifPresent(value -> pins.add("offHeapMemory " + value));
    workload.pythonWorkerMemory().ifPresent(value -> pins.add("pythonWorkerMemory " + value));
    return pins.isEmpty() ? "" : " with " + String.join(", ", pins);
  }
}
