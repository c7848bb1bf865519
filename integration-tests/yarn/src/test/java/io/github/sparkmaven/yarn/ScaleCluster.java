/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeclaredMachines;
import io.github.sparkmaven.hardware.DeclaredYarn;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeRange;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Clusters of any size of which nothing but the machines is declared. */
final class ScaleCluster {
  private static final int MOST_CORES = 64;
  private static final int LEAST_CORES = 8;
  private static final int[] GIB_PER_CORE = {4, 8, 2, 6, 3};

  private final Map<String, DeclaredMachines> groups = new TreeMap<>();

  private ScaleCluster() {}

  /** Returns 60 % machines of 16 cores and 64 GiB, 30 % of 32 and 128, 10 % of 64 and 256. */
  static PlannerCase mixed(int nodes, Scheduler scheduler, Calculator calculator) {
    ScaleCluster cluster = new ScaleCluster();
    int middle = nodes * 3 / 10;
    int large = nodes / 10;
    cluster.add("a-small", nodes - middle - large, 16, 64);
    cluster.add("b-middle", middle, 32, 128);
    cluster.add("c-large", large, 64, 256);
    return cluster.planned(scheduler, calculator);
  }

  /** Returns that many nodes in groups of which no two are alike, the largest of 64 cores. */
  static PlannerCase grouped(int nodes, int groups) {
    ScaleCluster cluster = new ScaleCluster();
    for (int group = 0; group < groups; group++) {
      int less = groups == 1 ? 0 : group * (MOST_CORES - LEAST_CORES) / (groups - 1);
      int cores = MOST_CORES - less;
      cluster.add(
          "g%02d".formatted(group),
          nodes / groups + (group < nodes % groups ? 1 : 0),
          cores,
          cores * GIB_PER_CORE[group % GIB_PER_CORE.length]);
    }
    return cluster.planned(Scheduler.CAPACITY, Calculator.DOMINANT);
  }

  private void add(String name, int nodes, int cores, int gib) {
    groups.put(
        name,
        new DeclaredMachines(
            Optional.of(NodeRange.of(nodes)),
            OptionalInt.of(cores),
            Optional.of(MemorySize.ofMebibytes(gib * 1024L)),
            OptionalInt.empty(),
            false));
  }

  private PlannerCase planned(Scheduler scheduler, Calculator calculator) {
    DeclaredCluster none = DeclaredCluster.NOTHING;
    return new PlannerCase(
        new DeclaredCluster(
            Optional.of(Manager.YARN),
            none.master(),
            Optional.of(DeployMode.CLIENT),
            none.machines(),
            groups,
            none.disks(),
            none.reserved(),
            Optional.of(yarn(scheduler, calculator)),
            none.kubernetes(),
            none.standalone()),
        Workload.of(Language.JVM),
        Map.of());
  }

  private static DeclaredYarn yarn(Scheduler scheduler, Calculator calculator) {
    DeclaredYarn none = DeclaredYarn.NOTHING;
    return new DeclaredYarn(
        none.nodeMemory(),
        none.nodeVcores(),
        none.minimumAllocation(),
        none.incrementAllocation(),
        none.maximumAllocation(),
        none.minimumVcores(),
        none.maximumVcores(),
        Optional.of(
            calculator == Calculator.DEFAULT
                ? ResourceCalculator.DEFAULT
                : ResourceCalculator.DOMINANT),
        Optional.of(scheduler == Scheduler.FAIR ? YarnScheduler.FAIR : YarnScheduler.CAPACITY),
        none.maximumAmShare(),
        none.queue(),
        none.queueShare());
  }
}
