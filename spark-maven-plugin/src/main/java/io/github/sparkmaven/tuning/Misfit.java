/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.problem.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Says why nothing fits a cluster, and what would. */
record Misfit(Cluster cluster, Workload workload) {

  /**
   * No executor fits.
   *
   * @param free the layouts that would fit without the pins, the best first
   */
  InputException nothingFits(List<Candidate> free) {
    List<String> pins = workload.pinNames();
    return new InputException(
        "workload",
        "no executor fits"
            + (pins.isEmpty() ? "" : " with " + String.join(", ", pins))
            + ": "
            + offer(),
        free.isEmpty() ? least() : nearest(free.get(0)));
  }

  /** The driver or application master finds no node, or its queue does not hold it. */
  InputException driverDoesNotFit(DriverLayout driver) {
    boolean inside = driver.deployMode() == DeployMode.CLUSTER;
    DriverPins.ApplicationMaster master = workload.driver().master();
    boolean pinnedMaster = !master.equals(DriverPins.ApplicationMaster.NONE);
    String needs =
        String.format(
            Locale.ROOT,
            "the %s needs %d MiB and %d core(s) of one node",
            driver.name(),
            driver.onCluster().memoryMib(),
            driver.request().cores());
    Placement placement = new Placement(cluster, driver);
    if (placement.queueIsTooSmall()) {
      return new InputException(
          placement.queueFitsDriver() ? "cluster/yarn/maximumAmShare" : "cluster/yarn/queueShare",
          needs + ", which the queue may not use: " + offer(),
          "Give a larger share, or a smaller " + driver.name());
    }
    return new InputException(
        inside
            ? "workload/driverMemory"
            : pinnedMaster ? "spark.yarn.am.memory, spark.yarn.am.cores" : "cluster/memory",
        needs + ", and does not fit: " + offer(),
        inside
            ? "Give driverMemory and driverCores that fit, or declare larger nodes"
            : pinnedMaster
                ? "Give it what the largest container holds"
                : "Declare larger nodes, or reserve less");
  }

  /** The layout fits the cluster at its largest, and not at its least. */
  InputException nothingFitsAtTheLowerEnd(Layout layout) {
    String least =
        cluster.groups().stream()
            .map(group -> group.range().least() + nodesOf(group))
            .collect(Collectors.joining(", "));
    return new InputException(
        cluster.groups().size() == 1 ? "cluster/nodes" : "cluster/nodeGroups",
        String.format(
            Locale.ROOT,
            "at the lower end of the range, %s, not one executor of %d cores and %dm finds a place beside the %s",
            least,
            layout.size().cores(),
            layout.size().heapMib(),
            layout.driver().name()),
        "Begin the range with more machines");
  }

  private String nodesOf(NodeGroup group) {
    return cluster.groups().size() == 1 ? " node(s)" : " of " + group.name();
  }

  private String least() {
    long requestMib =
        new ExecutorSizer(workload.withoutLayoutPins(), 0)
            .withHeap(1, ExecutorSizer.MINIMUM_HEAP_MIB)
            .requestMib();
    return "An executor needs at least "
        + requestMib
        + " MiB: declare larger nodes, or reserve less";
  }

  /** For each pin the value that would fit beside the others, else what fits without any. */
  private String nearest(Candidate best) {
    LayoutPins pins = workload.layout();
    List<String> values = new ArrayList<>();
    if (pins.executorMemory().isPresent()) {
      most(pins.withoutExecutorMemory(), found -> found.size().heapMib())
          .ifPresent(heap -> values.add("executorMemory " + heap + "m"));
    }
    if (pins.executorsPerNode().isPresent()) {
      most(pins.withoutExecutorsPerNode(), Candidate::executorsPerNode)
          .ifPresent(perNode -> values.add("executorsPerNode " + perNode));
    }
    if (pins.executorCores().isPresent()) {
      most(pins.withoutExecutorCores(), found -> found.size().cores())
          .ifPresent(cores -> values.add("executorCores " + cores));
    }
    String without =
        String.format(
            Locale.ROOT,
            "ithout the pins %d executors per node of %d cores and %dm would fit",
            best.executorsPerNode(),
            best.size().cores(),
            best.size().heapMib());
    return values.isEmpty()
        ? "W" + without
        : "Give at most " + String.join(", or ", values) + "; w" + without;
  }

  /** Returns the largest value that fits beside the other pins. */
  private OptionalLong most(LayoutPins pins, ToLongFunction<Candidate> value) {
    Workload freed = workload.with(pins, workload.memory(), workload.driver());
    return new LayoutSearch(cluster, freed).all().stream().mapToLong(value).max();
  }

  private String queue(YarnRules yarn) {
    String share =
        yarn.queue().isLimited()
            ? ", the queue " + yarn.queue().share().toPlainString() + " of the cluster"
            : "";
    return yarn.scheduler() == YarnScheduler.FAIR
        ? share
            + ", application masters "
            + yarn.queue().maximumAmShare().toPlainString()
            + " of the queue"
        : share;
  }

  private String offer() {
    String limit =
        cluster.rules() instanceof YarnRules yarn
            ? String.format(
                    Locale.ROOT,
                    ", the largest container %d MiB and %d vcores",
                    yarn.bounds().maximumMib(),
                    yarn.bounds().maximumVcores())
                + queue(yarn)
            : "";
    return cluster.groups().stream()
            .map(
                group ->
                    String.format(
                        Locale.ROOT,
                        "a node%s offers %d cores and %d MiB",
                        cluster.groups().size() == 1 ? "" : " of " + group.name(),
                        group.cores(),
                        group.memoryMib()))
            .collect(Collectors.joining(", "))
        + limit;
  }
}
