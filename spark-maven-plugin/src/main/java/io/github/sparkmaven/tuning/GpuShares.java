/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.problem.Problems;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How GPUs are shared out: one to an executor where every machine has some, unless the user says
 * otherwise.
 */
public final class GpuShares {
  private static final String PER_EXECUTOR = "workload/gpusPerExecutor";

  private final Cluster cluster;
  private final Workload workload;
  private final List<NodeGroup> withGpus;

  /** Looks at a cluster and what its user pinned. */
  public GpuShares(Cluster cluster, Workload workload) {
    this.cluster = cluster;
    this.workload = workload;
    this.withGpus = cluster.groups().stream().filter(group -> group.gpus() > 0).toList();
  }

  /** Returns the GPUs of one executor; 0 where none are used. */
  public int perExecutor() {
    boolean everywhere = withGpus.size() == cluster.groups().size();
    boolean local = cluster.manager() == Manager.LOCAL;
    return local ? 0 : workload.gpus().perExecutor().orElse(everywhere ? 1 : 0);
  }

  /**
   * Adds the problems of GPUs that cannot be shared out as the user says.
   *
   * @param where returns what the user wrote for a parameter: itself, or a Spark key
   */
  public void check(UnaryOperator<String> where, Problems problems) {
    int perExecutor = perExecutor();
    if (perExecutor == 0) {
      problems.require(
          workload.gpus().tasksPerGpu().isEmpty() || cluster.manager() == Manager.LOCAL,
          "workload/tasksPerGpu",
          "is given, and executors have no GPU",
          "Declare cluster/gpus and workload/gpusPerExecutor, or remove it");
      return;
    }
    if (withGpus.isEmpty()) {
      problems.add(
          where.apply(PER_EXECUTOR),
          perExecutor + " GPUs an executor, and no machine has one",
          "Declare cluster/gpus, or remove it");
      return;
    }
    withGpus.forEach(
        group -> checkDivides(where.apply(PER_EXECUTOR), group, perExecutor, problems));
    problems.require(
        !(cluster.rules() instanceof YarnRules yarn)
            || yarn.scheduler() == YarnScheduler.FAIR
            || yarn.calculator() == ResourceCalculator.DOMINANT,
        "cluster/yarn/resourceCalculator",
        "the default calculator counts memory alone, and executors ask for GPUs",
        "Set it to dominant here and on the site: YARN needs it to schedule GPUs");
  }

  private static void checkDivides(
      String where, NodeGroup group, int perExecutor, Problems problems) {
    String fitting =
        IntStream.rangeClosed(1, group.gpus())
            .filter(count -> group.gpus() % count == 0)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    problems.require(
        group.gpus() % perExecutor == 0,
        where,
        perExecutor
            + " GPUs an executor do not divide the "
            + group.gpus()
            + " of a machine"
            + (group.name().equals(NodeGroup.ONLY) ? "" : " of " + group.name()),
        "Give one of " + fitting);
  }
}
