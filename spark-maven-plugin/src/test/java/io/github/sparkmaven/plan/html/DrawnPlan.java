/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeclaredMachines;
import io.github.sparkmaven.hardware.DeclaredYarn;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Machine;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeRange;
import io.github.sparkmaven.plan.Job;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.tuning.DriverPins;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.LayoutPins;
import io.github.sparkmaven.tuning.MemoryPins;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A plan to draw.
 *
 * @param cluster the declared cluster
 * @param workload the declared workload
 * @param conf the user's settings
 */
record DrawnPlan(DeclaredCluster cluster, Workload workload, LayeredConf conf) {

  /** The talk's cluster and first workload: not all that is asked for is granted. */
  static DrawnPlan ofTheTalk() {
    DeclaredYarn none = DeclaredYarn.NOTHING;
    DeclaredYarn yarn =
        new DeclaredYarn(
            Optional.of(mebibytes(61 * 1024)),
            OptionalInt.of(15),
            none.minimumAllocation(),
            none.incrementAllocation(),
            none.maximumAllocation(),
            none.minimumVcores(),
            none.maximumVcores(),
            none.calculator(),
            none.scheduler(),
            none.maximumAmShare(),
            none.queue(),
            none.queueShare());
    LayoutPins layout =
        new LayoutPins(
            OptionalInt.of(4),
            OptionalInt.empty(),
            OptionalInt.of(6),
            Optional.empty(),
            OptionalInt.empty());
    MemoryPins memory =
        new MemoryPins(
            Optional.of(new BigDecimal("0.08")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(mebibytes(512)),
            false,
            Optional.empty());
    return new DrawnPlan(
        cluster(Manager.YARN, machines("6", 16, 64, 0, false), Map.of()).withYarn(yarn),
        Workload.of(Language.PYTHON).with(layout, memory, DriverPins.NONE),
        LayeredConf.empty());
  }

  /** The same cluster, left to the planner. */
  static DrawnPlan onYarn() {
    return new DrawnPlan(ofTheTalk().cluster, Workload.of(Language.JVM), LayeredConf.empty());
  }

  /** Two groups of pods' nodes, one of them spot and scaling, with the driver on the cluster. */
  static DrawnPlan onKubernetes() {
    return new DrawnPlan(
        cluster(
                Manager.KUBERNETES,
                DeclaredMachines.NOTHING,
                Map.of(
                    "steady", machines("3", 16, 64, 0, false),
                    "elastic", machines("0..40", 8, 61, 0, true)))
            .withMaster("k8s://https://k8s.example.com:6443")
            .withDeployMode(DeployMode.CLUSTER),
        Workload.of(Language.PYTHON),
        LayeredConf.empty());
  }

  /** Four workers with GPUs. */
  static DrawnPlan standalone() {
    return new DrawnPlan(
        cluster(Manager.STANDALONE, machines("4", 16, 64, 2, false), Map.of())
            .withMaster("spark://master.example.com:7077"),
        Workload.of(Language.JVM),
        LayeredConf.empty());
  }

  /** One JVM on a machine of 8 cores. */
  static DrawnPlan local() {
    return new DrawnPlan(DeclaredCluster.NOTHING, Workload.of(Language.JVM), LayeredConf.empty());
  }

  /** Ten thousand nodes in five groups. */
  static DrawnPlan large() {
    Map<String, DeclaredMachines> groups = new TreeMap<>();
    for (int i = 0; i < 5; i++) {
      groups.put("rack-" + i, machines("2000", 32 + 16 * i, 128 << (i / 2), 0, i == 4));
    }
    return new DrawnPlan(
        cluster(Manager.YARN, DeclaredMachines.NOTHING, groups),
        Workload.of(Language.JVM),
        LayeredConf.empty());
  }

  /** Returns this plan with a Spark setting. */
  DrawnPlan with(Layer layer, String key, String value) {
    return new DrawnPlan(
        cluster, workload, conf.with(layer, Map.of(key, value), "set in " + layer.label()));
  }

  /** Returns this plan with pinned parts of an executor's memory. */
  DrawnPlan with(MemoryPins memory) {
    return new DrawnPlan(
        cluster, workload.with(workload.layout(), memory, workload.driver()), conf);
  }

  /** Returns the plan. */
  Plan plan() {
    return Planning.plan(
        new PlanRequest(
            new SparkVersion("3.5.5", "2.12"),
            17,
            "prod",
            new Job(
                Optional.empty(),
                Optional.of("com.acme.Clustering"),
                Optional.empty(),
                List.of("--k", "hunter2")),
            cluster,
            workload,
            conf,
            Optional.empty(),
            new Machine(8, mebibytes(32 * 1024)),
            Path.of("/build/target/spark/plans/prod"),
            List.of()));
  }

  /** Returns the page. */
  String page() {
    return PlanHtml.text(plan());
  }

  private static DeclaredCluster cluster(
      Manager manager, DeclaredMachines machines, Map<String, DeclaredMachines> groups) {
    DeclaredCluster none = DeclaredCluster.NOTHING;
    return new DeclaredCluster(
        Optional.of(manager),
        none.master(),
        none.deployMode(),
        machines,
        groups,
        none.disks(),
        none.reserved(),
        none.yarn(),
        none.kubernetes(),
        none.standalone());
  }

  private static DeclaredMachines machines(
      String nodes, int cores, int gibibytes, int gpus, boolean spot) {
    return new DeclaredMachines(
        Optional.of(NodeRange.parse("nodes", nodes)),
        OptionalInt.of(cores),
        Optional.of(mebibytes(gibibytes * 1024L)),
        OptionalInt.of(gpus),
        spot);
  }

  private static MemorySize mebibytes(long mebibytes) {
    return MemorySize.ofMebibytes(mebibytes);
  }
}
