/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.tuning.Layout;
import io.github.sparkmaven.tuning.MemoryPins;
import io.github.sparkmaven.unit.MemorySize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures that the pictures are drawn from. */
class PictureFiguresTest {

  @ParameterizedTest
  @MethodSource("plans")
  void addsUpToTheContainer(DrawnPlan drawn) {
    Plan plan = drawn.plan();
    ExecutorMemory memory = new ExecutorMemory(plan);
    HeapSplit heap = HeapSplit.of(memory.heap().mib(), plan.conf());

    assertThat(sum(heap.parts())).isEqualTo(memory.heap().mib());
    assertThat(memory.heap().mib() + sum(memory.besideHeap()))
        .isEqualTo(plan.tuning().layout().containerMib());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void drawsEveryGrantedExecutorOnceAndEveryNode(DrawnPlan drawn) {
    Plan plan = drawn.plan();
    List<DrawnNode> nodes = new NodePlaces(plan).nodes();

    assertThat(nodes.stream().mapToLong(node -> (long) node.nodes() * node.executors()).sum())
        .isEqualTo(plan.tuning().layout().grantedExecutors());
    assertThat(nodes.stream().mapToLong(DrawnNode::nodes).sum()).isEqualTo(plan.cluster().nodes());
    assertThat(nodes.stream().filter(DrawnNode::driver).mapToInt(DrawnNode::nodes).sum())
        .isEqualTo(plan.tuning().layout().driver().onCluster().isNothing() ? 0 : 1);
  }

  @Test
  void splitsTheTalksHeap() {
    Plan plan = DrawnPlan.ofTheTalk().plan();

    assertThat(HeapSplit.of(11600, plan.conf()).parts())
        .extracting(MemoryPart::name, MemoryPart::mib)
        .containsExactly(
            tuple("reserved", 300L),
            tuple("execution", 3390L),
            tuple("storage", 3390L),
            tuple("user", 4520L));
  }

  @Test
  void splitsAsTheEffectiveSettingsSay() {
    Plan plan =
        DrawnPlan.onYarn()
            .with(Layer.SITE, "spark.memory.fraction", "0.75")
            .with(Layer.JOB, "spark.memory.storageFraction", "0.2")
            .plan();
    HeapSplit heap = HeapSplit.of(10300, plan.conf());

    assertThat(heap.unified()).isEqualTo(7500);
    assertThat(heap.storage()).isEqualTo(1500);
    assertThat(heap.parts().get(1).how()).startsWith("(10300 − 300) × 0.75 × (1 − 0.2)");
  }

  @Test
  void saysWhenAFractionCannotBeRead() {
    DrawnPlan drawn =
        DrawnPlan.onYarn()
            .with(Layer.SITE, "spark.memory.fraction", "much")
            .with(Layer.SITE, "spark.memory.storageFraction", "1.5");

    assertThat(HeapSplit.of(10300, drawn.plan().conf()).unified()).isEqualTo(6000);
    assertThat(drawn.page())
        .contains(
            "The value of spark.memory.fraction is no share from 0 to 1; Spark&#39;s default is"
                + " drawn.")
        .contains("The value of spark.memory.storageFraction is no share from 0 to 1");
  }

  @Test
  void explainsEachPartOfTheTalksContainer() {
    assertThat(new ExecutorMemory(DrawnPlan.ofTheTalk().plan()).besideHeap())
        .extracting(part -> part.name() + " " + part.mib() + ": " + part.how())
        .containsExactly(
            "overhead 928: max(floor(0.08 × 11600), 384): threads, classes, network buffers beside"
                + " the heap",
            "Python 3072: 6 workers × 512",
            "rounding 784: 15600 asked for, set aside 16384: YARN gives at least 1024, in steps of"
                + " 1024");
  }

  @Test
  void tellsPythonsPartOfAPinnedOverheadApart() {
    Plan plan = DrawnPlan.onKubernetes().with(pinnedOverhead(8192)).plan();
    int cores = plan.tuning().layout().size().cores();

    assertThat(new ExecutorMemory(plan).besideHeap())
        .extracting(MemoryPart::how)
        .contains(
            "8192 pinned − "
                + cores * 512
                + " for Python: threads, classes, network buffers"
                + " beside the heap");
  }

  @Test
  void putsTheDriverWhereItDisplacesMostButNotOnSpotNodes() {
    List<DrawnNode> nodes = new NodePlaces(DrawnPlan.onKubernetes().plan()).nodes();

    assertThat(nodes)
        .filteredOn(DrawnNode::driver)
        .singleElement()
        .satisfies(node -> assertThat(node.group().name()).isEqualTo("steady"));
  }

  @Test
  void leavesNodesEmptyWhenFewExecutorsArePinned() {
    Plan plan = DrawnPlan.onYarn().with(Layer.JOB, "spark.executor.instances", "4").plan();
    List<DrawnNode> nodes = new NodePlaces(plan).nodes();

    assertThat(nodes)
        .extracting(node -> node.nodes() + " with " + node.executors())
        .containsExactly("1 with 0", "4 with 1", "1 with 0");
  }

  @Test
  void reckonsWhatANodeHasLeft() {
    Plan plan = DrawnPlan.ofTheTalk().plan();
    Layout layout = plan.tuning().layout();
    NodeUse use = NodeUse.of(plan, new NodePlaces(plan).nodes().get(0));

    assertThat(use.driverMib()).isEqualTo(1024);
    assertThat(use.idleMib()).isEqualTo(62464 - 1024 - 3 * layout.containerMib());
    assertThat(use.coresTaken()).isEqualTo(18);
  }

  static List<DrawnPlan> plans() {
    List<DrawnPlan> plans = new ArrayList<>(PlanHtmlTest.plans());
    plans.add(
        DrawnPlan.onYarn()
            .with(Layer.SITE, "spark.memory.offHeap.enabled", "true")
            .with(Layer.SITE, "spark.memory.offHeap.size", "1g"));
    plans.add(DrawnPlan.onKubernetes().with(pinnedOverhead(8192)));
    plans.add(DrawnPlan.onYarn().with(Layer.JOB, "spark.executor.instances", "4"));
    return plans;
  }

  private static MemoryPins pinnedOverhead(long mebibytes) {
    MemoryPins none = MemoryPins.NONE;
    return new MemoryPins(
        none.overheadFactor(),
        Optional.of(MemorySize.ofMebibytes(mebibytes)),
        none.minimumOverhead(),
        none.offHeap(),
        none.pythonWorker(),
        none.pythonEnforced(),
        none.pyspark());
  }

  private static long sum(List<MemoryPart> parts) {
    return parts.stream().mapToLong(MemoryPart::mib).sum();
  }
}
