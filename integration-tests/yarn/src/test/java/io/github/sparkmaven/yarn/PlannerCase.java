/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.ClusterDefaults;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeclaredYarn;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Machine;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.plan.Job;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.LayoutPins;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A declared YARN cluster and a workload, for the planner and for a real scheduler alike.
 *
 * @param conf the user's own Spark settings
 */
record PlannerCase(DeclaredCluster cluster, Workload workload, Map<String, String> conf) {
  private static final Machine MACHINE = new Machine(2, MemorySize.ofMebibytes(8192));

  PlannerCase {
    conf = Map.copyOf(conf);
  }

  PlanRequest request() {
    return new PlanRequest(
        new SparkVersion("3.5.5", "2.12"),
        17,
        "proof",
        new Job(Optional.empty(), Optional.of("com.acme.Job"), Optional.empty(), List.of()),
        cluster,
        workload,
        LayeredConf.empty().with(Layer.JOB, conf, "job/conf"),
        Optional.empty(),
        MACHINE,
        Path.of("/anywhere"),
        List.of());
  }

  /** Returns what Spark asks for, given nothing but the settings of a plan. */
  SparkAsk spark(Plan plan) {
    return new SparkAsk(
        plan.conf().effective().stream().collect(Collectors.toMap(Setting::key, Setting::value)),
        workload.language() == Language.PYTHON);
  }

  /** Returns the cluster with its defaults, or throws for a declaration that is none. */
  Cluster complete() {
    Problems problems = new Problems();
    Optional<Cluster> complete = new ClusterDefaults(cluster, MACHINE, problems).complete();
    problems.throwIfAny();
    return complete.orElseThrow();
  }

  /** Returns what the site's scheduler is told, and what Spark asks it for. */
  SchedulerCase scheduled(Ask am, int executors, Ask executor) {
    DeclaredYarn yarn = yarn();
    List<Node> nodes = nodes();
    Scheduler scheduler =
        yarn.scheduler().filter(YarnScheduler.FAIR::equals).isPresent()
            ? Scheduler.FAIR
            : Scheduler.CAPACITY;
    int minimum = mib(yarn.minimumAllocation(), 1024);
    double share = yarn.queueShare().map(BigDecimal::doubleValue).orElse(1.0);
    return new SchedulerCase(
        scheduler,
        yarn.calculator().filter(ResourceCalculator.DOMINANT::equals).isPresent()
            ? Calculator.DOMINANT
            : Calculator.DEFAULT,
        minimum,
        mib(yarn.incrementAllocation(), scheduler == Scheduler.FAIR ? 1024 : minimum),
        mib(yarn.maximumAllocation(), nodes.stream().mapToInt(Node::memoryMib).max().orElseThrow()),
        yarn.minimumVcores().orElse(1),
        yarn.maximumVcores().orElse(nodes.stream().mapToInt(Node::vcores).max().orElseThrow()),
        share,
        share,
        // The defaults of queueMaxAMShareDefault and maximum-am-resource-percent.
        yarn.maximumAmShare()
            .map(BigDecimal::doubleValue)
            .orElse(scheduler == Scheduler.FAIR ? 0.5 : 0.1),
        nodes,
        am,
        executors,
        executor);
  }

  /** Says whether the driver runs on the cluster. */
  boolean inside() {
    return cluster.deployMode().filter(DeployMode.CLUSTER::equals).isPresent();
  }

  /** Says whether the user decided on the executors' number. */
  boolean numberPinned() {
    return workload.layout().executorsPerNode().isPresent()
        || conf.containsKey("spark.executor.instances");
  }

  /** Says whether the user decided on anything of the executors' layout. */
  boolean pinned() {
    return numberPinned() || !workload.layout().equals(LayoutPins.NONE);
  }

  /** Returns the cores of the queue's part of the cluster. */
  double coresOffered() {
    double share = yarn().queueShare().map(BigDecimal::doubleValue).orElse(1.0);
    return share * nodes().stream().mapToInt(Node::vcores).sum();
  }

  private List<Node> nodes() {
    return complete().groups().stream().flatMap(PlannerCase::nodes).toList();
  }

  private static Stream<Node> nodes(NodeGroup group) {
    Node node = new Node(Math.toIntExact(group.memoryMib()), group.cores());
    return Collections.nCopies(group.nodes(), node).stream();
  }

  private DeclaredYarn yarn() {
    return cluster.yarn().orElse(DeclaredYarn.NOTHING);
  }

  private static int mib(Optional<MemorySize> declared, int otherwise) {
    return declared.map(size -> Math.toIntExact(size.mebibytes())).orElse(otherwise);
  }
}
