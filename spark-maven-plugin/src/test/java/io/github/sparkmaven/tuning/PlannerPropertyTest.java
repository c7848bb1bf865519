/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.ManagerRules;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.StandaloneRules;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.problem.InputException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlannerPropertyTest {
  private static final int TRIES = 200;
  // The same clusters in every build: a build that fails by chance tells its user nothing. Change
  // it, and the tries, to search further.
  private static final String SEED = "20261122";

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void grantsWhatAGreedySchedulerGrants(
      @ForAll("clusters") Cluster cluster, @ForAll("workloads") WorkloadExample workload) {
    Layout layout = plan(cluster, workload).layout();

    assertThat(layout.grantedExecutors()).isEqualTo(greedy(cluster, workload, layout));
    assertThat(layout.grantedExecutors()).isPositive();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void grantsWhatAGreedySchedulerGrantsOfEveryAlternative(
      @ForAll("clusters") Cluster cluster, @ForAll("workloads") WorkloadExample workload) {
    WorkloadExample free = new WorkloadExample(workload.language(), Map.of());

    plan(cluster, free)
        .alternatives()
        .forEach(
            other ->
                assertThat(other.layout().grantedExecutors())
                    .isEqualTo(greedy(cluster, free, other.layout())));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void asksForNoMoreThanIsGrantedUnlessPinned(
      @ForAll("clusters") Cluster cluster, @ForAll("workloads") WorkloadExample workload) {
    Layout layout = plan(cluster, workload).layout();

    if (!workload.values().containsKey("executorsPerNode")
        && !workload.values().containsKey("executorInstances")) {
      assertThat(layout.requestedExecutors()).isEqualTo(layout.grantedExecutors());
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void keepsARequestWithinItsContainerAndTheContainerWithinItsNode(
      @ForAll("clusters") Cluster cluster, @ForAll("workloads") WorkloadExample workload) {
    Layout layout = plan(cluster, workload).layout();
    ExecutorSize size = layout.size();

    assertThat(size.requestMib())
        .isEqualTo(size.heapMib() + size.overheadMib() + size.offHeapMib() + size.pythonMib())
        .isLessThanOrEqualTo(layout.containerMib());
    assertThat(layout.containerMib()).isLessThanOrEqualTo(cluster.nodes().memoryMib());
    if (!workload.values().containsKey("executorMemory")) {
      assertThat(size.heapMib() % 100).isZero();
      assertThat(size.heapMib()).isGreaterThanOrEqualTo(500);
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void obeysEveryPin(
      @ForAll("clusters") Cluster cluster, @ForAll("workloads") WorkloadExample example) {
    Layout layout = plan(cluster, example).layout();
    Workload workload = example.workload();

    workload
        .executorsPerNode()
        .ifPresent(pin -> assertThat(layout.executorsPerNode()).isEqualTo(pin));
    workload
        .executorInstances()
        .ifPresent(pin -> assertThat(layout.requestedExecutors()).isEqualTo(pin));
    workload.executorCores().ifPresent(pin -> assertThat(layout.size().cores()).isEqualTo(pin));
    workload
        .executorMemory()
        .ifPresent(pin -> assertThat(layout.size().heapMib()).isEqualTo(pin.mebibytes()));
    workload
        .offHeapMemory()
        .ifPresent(pin -> assertThat(layout.size().offHeapMib()).isEqualTo(pin.mebibytes()));
    workload
        .memoryOverhead()
        .ifPresent(
            pin ->
                assertThat(layout.size().overheadMib() + pythonInOverhead(workload, layout))
                    .isEqualTo(pin.mebibytes()));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void explainsTheHeapWithSumsThatAreRight(
      @ForAll("clusters") Cluster cluster, @ForAll("workloads") WorkloadExample workload) {
    Layout layout = plan(cluster, workload).layout();

    if (workload.values().containsKey("executorMemory")) {
      assertThat(layout.arithmetic()).isEqualTo("pinned");
    } else {
      Arithmetic.check(layout);
    }
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void plansTheSameTwice(
      @ForAll("clusters") Cluster cluster, @ForAll("workloads") WorkloadExample workload) {
    assertThat(plan(cluster, workload)).isEqualTo(plan(cluster, workload));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void choosesTheBestLayoutOfItsSearch(
      @ForAll("clusters") Cluster cluster, @ForAll("workloads") WorkloadExample workload) {
    Layout chosen = plan(cluster, workload).layout();
    Comparator<Layout> bestFirst = Criterion.bestFirst();

    assertThat(new LayoutSearch(cluster, workload.workload()).all())
        .contains(chosen)
        .allMatch(other -> bestFirst.compare(chosen, other) <= 0);
  }

  /**
   * Against every executor size, not only those that the search thinks of. Nodes offer whole
   * increments here: the planner asks for no container that only the maximum keeps from being
   * rounded beyond its node.
   */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void placesAsManyCoresAsAnySizeThatIsGoodDoes(
      @ForAll("roomyClusters") Cluster any, @ForAll ResourceCalculator calculator) {
    Cluster cluster = inClientMode(any, calculator);
    WorkloadExample workload = WorkloadExample.jvm();
    int nodeCores = cluster.nodes().cores();
    long best = 0;
    for (int cores = Math.min(3, nodeCores); cores <= nodeCores; cores++) {
      long heap = (2048L * cores + 99) / 100 * 100;
      long request = heap + Math.max(384, heap / 10);
      int wanted = nodeCores / cores * cluster.nodes().nodes();
      int granted = new GreedyScheduler(cluster, workload.workload()).grant(wanted, cores, request);
      best = Math.max(best, (long) granted * cores);
    }
    Assume.that(best > 0);

    Layout chosen = plan(cluster, workload).layout();

    assertThat(chosen.size().heapMibPerCore()).isGreaterThanOrEqualTo(2048);
    assertThat(chosen.size().cores()).isGreaterThanOrEqualTo(Math.min(3, nodeCores));
    assertThat(chosen.coresPlaced()).isGreaterThanOrEqualTo(best);
  }

  @Provide
  Arbitrary<Cluster> clusters() {
    return clustersOf(
        Combinators.combine(
                Arbitraries.integers().between(1, 40),
                Arbitraries.integers().between(1, 48),
                Arbitraries.longs().between(2048, 200_000))
            .as(NodeGroup::new));
  }

  /** Leaner nodes do not have the good heap; there cores are not left idle for it. */
  @Provide
  Arbitrary<Cluster> roomyClusters() {
    return clustersOf(
        Combinators.combine(
                Arbitraries.integers().between(1, 40),
                Arbitraries.integers().between(1, 48),
                Arbitraries.longs().between(2560, 8192))
            .as(
                (nodes, cores, mibPerCore) ->
                    new NodeGroup(nodes, cores, (cores * mibPerCore / 1024 + 1) * 1024)));
  }

  private static Arbitrary<Cluster> clustersOf(Arbitrary<NodeGroup> nodes) {
    Arbitrary<DeployMode> modes = Arbitraries.of(DeployMode.values());
    return Combinators.combine(nodes, modes, Arbitraries.integers().between(0, 3))
        .flatAs(
            (group, mode, kind) ->
                (kind == 0 ? Arbitraries.just(standalone()) : yarn(group))
                    .map(rules -> new Cluster(rules, Optional.empty(), mode, group, "")));
  }

  @Provide
  Arbitrary<WorkloadExample> workloads() {
    Arbitrary<WorkloadExample> workload =
        Arbitraries.of(WorkloadExample.jvm(), WorkloadExample.python());
    workload = maybe(workload, "executorsPerNode", "1", "2", "3", "5");
    workload = maybe(workload, "executorInstances", "1", "7", "100");
    workload = maybe(workload, "executorCores", "1", "2", "4", "7");
    workload = maybe(workload, "executorMemory", "600m", "1g", "4321m", "20g");
    workload = maybe(workload, "memoryOverheadFactor", "0.08", "0.1", "0.333", "0.4");
    workload = maybe(workload, "memoryOverhead", "400m", "1g", "3g");
    workload = maybe(workload, "offHeapMemory", "100m", "1g");
    workload = maybe(workload, "pythonWorkerMemory", "64m", "300m", "1g");
    workload = maybe(workload, "pythonMemoryEnforced", "true");
    workload = maybe(workload, "driverMemory", "1g", "5g", "12345m");
    return maybe(workload, "driverCores", "2", "4");
  }

  private static Arbitrary<WorkloadExample> maybe(
      Arbitrary<WorkloadExample> workload, String name, String... values) {
    Arbitrary<String> value = Arbitraries.of(values);
    return Combinators.combine(workload, value.injectNull(0.7).optional())
        .as((base, chosen) -> chosen.map(given -> base.with(name, given)).orElse(base));
  }

  private static ManagerRules standalone() {
    return new StandaloneRules();
  }

  private static Arbitrary<ManagerRules> yarn(NodeGroup nodes) {
    return Combinators.combine(
            Arbitraries.of(ResourceCalculator.values()),
            Arbitraries.of(128L, 256L, 1000L, 1024L, 2048L),
            Arbitraries.of(128L, 500L, 512L, 1024L),
            Arbitraries.of(true, false),
            Arbitraries.of(1.0, 1.0, 0.7, 1.5))
        .as(
            (calculator, minimum, increment, fair, maximum) ->
                new YarnRules(
                    calculator,
                    minimum,
                    fair ? increment : minimum,
                    Math.max(minimum, (long) (nodes.memoryMib() * maximum)),
                    Math.max(1, (int) (nodes.cores() * maximum)),
                    true));
  }

  private static Cluster inClientMode(Cluster cluster, ResourceCalculator calculator) {
    NodeGroup any = cluster.nodes();
    NodeGroup nodes = new NodeGroup(any.nodes(), any.cores(), any.memoryMib() / 1024 * 1024);
    ManagerRules rules =
        cluster.rules() instanceof YarnRules
            ? new YarnRules(calculator, 1024, 1024, nodes.memoryMib(), nodes.cores(), false)
            : cluster.rules();
    return new Cluster(rules, Optional.empty(), DeployMode.CLIENT, nodes, "");
  }

  /** Plans, and passes over what does not fit at all. */
  private static Tuning plan(Cluster cluster, WorkloadExample workload) {
    try {
      return new Planner(cluster, workload.workload()).plan();
    } catch (InputException e) {
      Assume.that(false);
      throw e;
    }
  }

  private static int greedy(Cluster cluster, WorkloadExample workload, Layout layout) {
    return new GreedyScheduler(cluster, workload.workload())
        .grant(layout.requestedExecutors(), layout.size().cores(), layout.size().requestMib());
  }

  private static long pythonInOverhead(Workload workload, Layout layout) {
    return workload.pythonMemoryEnforced() ? 0 : layout.size().pythonMib();
  }
}
