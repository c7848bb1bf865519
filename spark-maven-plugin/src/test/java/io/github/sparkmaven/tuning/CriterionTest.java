/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.NodeGroup;
import org.junit.jupiter.api.Test;

class CriterionTest {
  private static final NodeGroup NODES = new NodeGroup(2, 16, 100_000);
  private static final Layout BASE = layout(3, 5, 4, 10_000);

  @Test
  void prefersTwoGibibytesOfHeapACoreToMoreCores() {
    assertBetter(
        layout(1, 2, 4, 8192), layout(4, 8, 4, 8191), "2047 MiB of heap a core, under 2048");
  }

  @Test
  void leavesNoCoreIdleForHeapThatTheNodeLacks() {
    NodeGroup lean = new NodeGroup(1, 2, 3072);

    assertThat(
            Criterion.bestFirst()
                .compare(on(lean, layout(1, 1, 2, 2600)), on(lean, layout(1, 1, 1, 2600))))
        .isNegative();
  }

  @Test
  void prefersThreeCoresAnExecutorToMoreCoresPlaced() {
    assertBetter(layout(1, 2, 3, 9000), layout(8, 16, 2, 9000), "2 cores an executor, under 3");
  }

  @Test
  void asksNoMoreCoresOfAnExecutorThanANodeHas() {
    NodeGroup small = new NodeGroup(2, 2, 100_000);

    assertThat(
            Criterion.bestFirst()
                .compare(on(small, layout(1, 2, 2, 9000)), on(small, layout(1, 1, 2, 9000))))
        .isNegative();
    assertThat(
            Criterion.whyWorse(on(small, layout(1, 1, 1, 9000)), on(small, layout(1, 1, 2, 9000))))
        .isEqualTo("1 cores an executor, under 3");
  }

  @Test
  void prefersMoreCoresPlaced() {
    assertBetter(layout(3, 6, 4, 9000), BASE, "20 cores placed, against 24");
  }

  @Test
  void prefersAtMostFiveCoresAnExecutor() {
    assertBetter(layout(2, 6, 5, 15_000), layout(2, 5, 6, 20_000), "6 cores an executor, over 5");
  }

  @Test
  void prefersHeapsWithCompressedPointers() {
    assertBetter(
        layout(3, 5, 4, 32_767),
        layout(3, 5, 4, 32_768),
        "a heap of 32768 MiB loses compressed object pointers");
  }

  @Test
  void prefersMoreHeapThenMoreCoresThenFewerExecutorsPerNode() {
    assertBetter(layout(3, 5, 4, 10_100), BASE, "50000 MiB of heap placed, against 50500");
    assertBetter(
        layout(3, 4, 5, 12_500), layout(3, 5, 4, 10_000), "4 cores an executor, against 5");
    assertBetter(layout(2, 5, 4, 10_000), BASE, "3 executors a node, against 2");
  }

  @Test
  void saysSoWhereNothingIsWorse() {
    assertThat(Criterion.bestFirst().compare(BASE, BASE)).isZero();
    assertThat(Criterion.whyWorse(BASE, BASE)).isEqualTo("equal in every criterion");
  }

  private static void assertBetter(Layout won, Layout lost, String why) {
    assertThat(Criterion.bestFirst().compare(won, lost)).isNegative();
    assertThat(Criterion.bestFirst().compare(lost, won)).isPositive();
    assertThat(Criterion.whyWorse(lost, won)).isEqualTo(why);
  }

  private static Layout layout(int perNode, int granted, int cores, long heapMib) {
    return new Layout(
        perNode,
        granted,
        granted,
        new ExecutorSize(cores, heapMib, 384, 0, 0),
        heapMib + 384,
        new DriverLayout(DeployMode.CLIENT, 1, 1024, 384, 0, 0),
        NODES,
        "");
  }

  private static Layout on(NodeGroup nodes, Layout layout) {
    return new Layout(
        layout.executorsPerNode(),
        layout.requestedExecutors(),
        layout.grantedExecutors(),
        layout.size(),
        layout.containerMib(),
        layout.driver(),
        nodes,
        layout.arithmetic());
  }
}
