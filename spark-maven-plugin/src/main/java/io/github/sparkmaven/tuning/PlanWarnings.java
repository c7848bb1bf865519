/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a user should know of a chosen layout before a scheduler tells them, each with its figures.
 */
final class PlanWarnings {
  private final Cluster cluster;
  private final Workload workload;
  private final Layout layout;
  private final Candidate chosen;
  private final Placement placement;
  private final Criteria criteria;
  private final List<Candidate> free;
  private final List<String> warnings = new ArrayList<>();

  PlanWarnings(
      LayoutSearch search,
      Cluster cluster,
      Workload workload,
      Candidate chosen,
      List<Candidate> free) {
    this.cluster = cluster;
    this.workload = workload;
    this.layout = search.layout(chosen);
    this.chosen = chosen;
    this.placement = search.placement();
    this.criteria = search.criteria();
    this.free = free;
  }

  List<String> all() {
    warnings.addAll(new YarnWarnings(cluster, workload, layout, placement).all());
    machineMemory();
    spot();
    disks();
    gpus();
    fewerGranted();
    lowerEnd();
    costOfPins();
    costOfPython();
    return warnings;
  }

  /** A standalone master counts heaps; the machines' memory has to hold the rest as well. */
  private void machineMemory() {
    if (cluster.manager() != Manager.STANDALONE) {
      return;
    }
    for (NodeGroup group : cluster.groups()) {
      long executors = Math.min(placement.perNode(layout.size(), group), layout.grantedExecutors());
      long neededMib = executors * layout.size().requestMib();
      if (neededMib > group.memoryMib() && workload.layoutPinned()) {
        warn(
            "The master counts heaps alone and may put %d executors on a node%s; with their overhead they need %d x %d = %d MiB of its %d",
            executors,
            ofGroup(group),
            executors,
            layout.size().requestMib(),
            neededMib,
            group.memoryMib());
      }
    }
  }

  private void spot() {
    boolean inside = !layout.driver().onCluster().isNothing();
    if (cluster.hasSpot() && inside && cluster.manager() != Manager.KUBERNETES) {
      warn(
          "The %s may be put on a spot node, and the job ends with it: %s",
          layout.driver().name(),
          cluster.manager() == Manager.YARN
              ? "keep it off with spark.yarn.am.nodeLabelExpression and a label of the other nodes"
              : "use cluster/deployMode client");
    }
    if (cluster.hasSpot() && cluster.manager() == Manager.STANDALONE) {
      warn(
          "Workers on spot nodes hand their work on only if they, too, have spark.decommission.enabled");
    }
  }

  /** Where it is not the application that says where scratch files go. */
  private void disks() {
    if (cluster.disks().count() == 0) {
      return;
    }
    String who =
        switch (cluster.manager()) {
          case YARN ->
              "the node manager's yarn.nodemanager.local-dirs decides where shuffle files go";
          case STANDALONE -> "the worker's SPARK_LOCAL_DIRS decides where shuffle files go";
          case KUBERNETES, LOCAL ->
              cluster.disks().paths().isEmpty() ? "their mount points are not declared" : "";
        };
    if (!who.isEmpty()) {
      warn("cluster/disks sets nothing: %s", who);
    }
  }

  private void gpus() {
    for (NodeGroup group : cluster.groups()) {
      if (group.gpus() > 0 && layout.size().gpus() == 0 && cluster.manager() != Manager.LOCAL) {
        warn(
            "The %d GPUs of a node%s stay unused: declare workload/gpusPerExecutor to use them, which leaves"
                + " nodes without a GPU idle",
            group.gpus(), ofGroup(group));
      }
      if (group.gpus() == 0 && layout.size().gpus() > 0) {
        warn(
            "%d nodes%s stay idle: executors ask for %d GPU(s), and these have none",
            group.nodes(), ofGroup(group), layout.size().gpus());
      }
    }
    slots();
  }

  private void slots() {
    int gpus = layout.size().gpus();
    workload
        .gpus()
        .tasksPerGpu()
        .ifPresent(
            tasks -> {
              if (gpus > 0 && gpus * tasks < layout.size().cores()) {
                warn(
                    "%d GPU(s) x %d tasks = %d tasks at once on an executor of %d cores: the other cores stay idle",
                    gpus, tasks, gpus * tasks, layout.size().cores());
              }
            });
  }

  private void fewerGranted() {
    if (layout.grantedExecutors() < layout.requestedExecutors()) {
      warn(
          "%d executors are asked for, as pinned, and %d are granted: the rest stay pending",
          layout.requestedExecutors(), layout.grantedExecutors());
    }
  }

  private void lowerEnd() {
    if (cluster.scales() && !workload.isDynamic(cluster)) {
      warn(
          "%d executors are asked for, and at the lower end of its range the cluster grants %d: the rest wait until it grows",
          layout.requestedExecutors(), layout.leastExecutors());
    }
  }

  private void costOfPins() {
    if (!workload.layoutPinned() || free.isEmpty()) {
      return;
    }
    Candidate best = free.get(0);
    if (criteria.bestFirst().compare(best, chosen) < 0) {
      warn(
          "Without the pins the plan would be %d executors of %d cores and %dm, %d per node; the pinned layout has %s",
          best.grantedExecutors(),
          best.size().cores(),
          best.size().heapMib(),
          best.executorsPerNode(),
          criteria.whyWorse(chosen, best));
    }
  }

  /** What Python has, the heap has not, or fewer tasks run at once. */
  private void costOfPython() {
    long declared = workload.pythonWorkerMib();
    Workload usual = workload.withDefaultPythonWorker();
    if (declared <= usual.pythonWorkerMib()) {
      return;
    }
    new LayoutSearch(cluster, usual)
        .all().stream()
            .findFirst()
            .filter(other -> !other.size().equals(chosen.size()))
            .ifPresent(
                other ->
                    warn(
                        "workload/pythonWorkerMemory of %d MiB: %s; with Spark's default of %d MiB it would be %s",
                        declared,
                        executors(chosen, declared),
                        usual.pythonWorkerMib(),
                        executors(other, usual.pythonWorkerMib())));
  }

  private static String executors(Candidate candidate, long workerMib) {
    ExecutorSize size = candidate.size();
    return String.format(
        Locale.ROOT,
        "%d executors of %d cores and %dm, %s",
        candidate.grantedExecutors(),
        size.cores(),
        size.heapMib(),
        python(size, workerMib));
  }

  private static String python(ExecutorSize size, long workerMib) {
    return size.cores() * workerMib == size.pythonMib()
        ? String.format(
            Locale.ROOT,
            "%d x %d = %d MiB of each for Python",
            size.cores(),
            workerMib,
            size.pythonMib())
        : size.pythonMib() + " MiB of each for Python, as pinned";
  }

  private String ofGroup(NodeGroup group) {
    return cluster.groups().size() == 1 ? "" : " of " + group.name();
  }

  private void warn(String format, Object... values) {
    warnings.add(String.format(Locale.ROOT, format, values));
  }
}
