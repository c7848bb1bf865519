/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeclaredMachines;
import io.github.sparkmaven.hardware.DeclaredYarn;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeRange;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.tuning.DriverPins;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.LayoutPins;
import io.github.sparkmaven.tuning.MemoryPins;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The talk's cluster: 6 machines of 64 GiB and 16 cores, of which YARN has 61 GiB and 15. */
final class TalkCases {
  private TalkCases() {}

  static PlannerCase of(
      ResourceCalculator calculator, Workload workload, Map<String, String> conf) {
    DeclaredYarn base = DeclaredYarn.NOTHING;
    DeclaredYarn yarn =
        new DeclaredYarn(
            Optional.of(MemorySize.ofMebibytes(62_464)),
            OptionalInt.of(15),
            base.minimumAllocation(),
            base.incrementAllocation(),
            base.maximumAllocation(),
            base.minimumVcores(),
            base.maximumVcores(),
            Optional.of(calculator),
            base.scheduler(),
            base.maximumAmShare(),
            base.queue(),
            base.queueShare());
    DeclaredMachines machines =
        new DeclaredMachines(
            Optional.of(NodeRange.of(6)),
            OptionalInt.of(16),
            Optional.of(MemorySize.ofMebibytes(65_536)),
            OptionalInt.empty(),
            false);
    DeclaredCluster none = DeclaredCluster.NOTHING;
    return new PlannerCase(
        new DeclaredCluster(
            Optional.of(Manager.YARN),
            none.master(),
            none.deployMode(),
            machines,
            none.nodeGroups(),
            none.disks(),
            none.reserved(),
            Optional.of(yarn),
            none.kubernetes(),
            none.standalone()),
        workload,
        conf);
  }

  /** The talk's first workload: 4 executors of 6 cores on a node, 512m for a Python worker. */
  static PlannerCase pinned(ResourceCalculator calculator) {
    MemoryPins none = MemoryPins.NONE;
    Workload workload =
        Workload.of(Language.PYTHON)
            .with(
                new LayoutPins(
                    OptionalInt.of(4),
                    OptionalInt.empty(),
                    OptionalInt.of(6),
                    Optional.empty(),
                    OptionalInt.empty()),
                new MemoryPins(
                    Optional.of(new BigDecimal("0.08")),
                    none.overhead(),
                    none.minimumOverhead(),
                    none.offHeap(),
                    Optional.of(MemorySize.ofMebibytes(512)),
                    none.pythonEnforced(),
                    none.pyspark()),
                DriverPins.NONE);
    return of(calculator, workload, Map.of());
  }
}
