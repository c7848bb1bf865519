/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.ClusterExample;
import org.junit.jupiter.api.Test;

class CriteriaTest {
  private static final Criteria CRITERIA = on(2, 16, 100_000);
  private static final Candidate BASE = layout(3, 5, 4, 10_000);

  @Test
  void prefersTwoGibibytesOfHeapACoreToMoreCores() {
    assertBetter(
        layout(1, 2, 4, 8192),
        layout(4, 8, 4, 8191),
        "8191 MiB of heap / 4 cores, rounded down = 2047 MiB a core, under 2048");
  }

  @Test
  void leavesNoCoreIdleForHeapThatTheNodeLacks() {
    Criteria lean = on(1, 2, 3072);

    assertThat(lean.heapFloorMib()).isEqualTo(768);
    assertThat(lean.whyWorse(layout(1, 1, 2, 1500), layout(1, 1, 1, 1500)))
        .isEqualTo(
            "1500 MiB of heap / 2 cores = 750 MiB a core, under half of what the cluster has: 3072"
                + " MiB / 2 cores = 1536; / 2 = 768");
    assertThat(lean.bestFirst().compare(layout(1, 1, 2, 2600), layout(1, 1, 1, 2600))).isNegative();
  }

  @Test
  void countsThePythonWorkersAgainstTheHeapThatANodeCanGive() {
    Cluster cluster = cluster(2, 16, 48_000).complete();

    // 3000 a core: less 512 for its Python worker that is 2488, too little for the good heap.
    assertThat(new Criteria(cluster, WorkloadExample.jvm().workload()).heapFloorMib())
        .isEqualTo(2048);
    assertThat(new Criteria(cluster, WorkloadExample.python().workload()).heapFloorMib())
        .isEqualTo(1244);
  }

  @Test
  void prefersThreeCoresAnExecutorToMoreCoresPlaced() {
    assertBetter(layout(1, 2, 3, 9000), layout(8, 16, 2, 9000), "2 cores an executor, under 3");
  }

  @Test
  void asksNoMoreCoresOfAnExecutorThanANodeHas() {
    Criteria small = on(2, 2, 100_000);

    assertThat(small.bestFirst().compare(layout(1, 2, 2, 9000), layout(1, 1, 2, 9000)))
        .isNegative();
    assertThat(small.whyWorse(layout(1, 1, 1, 9000), layout(1, 1, 2, 9000)))
        .isEqualTo("1 cores an executor, under 2");
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
  void prefersMoreHeapThenLessLostWithAnExecutorThenFewerExecutorsPerNode() {
    assertBetter(layout(3, 5, 4, 10_100), BASE, "50000 MiB of heap placed, against 50500");
    assertBetter(
        layout(3, 5, 4, 10_000),
        layout(3, 4, 5, 12_500),
        "one lost executor costs 5 cores, against 4");
    assertBetter(layout(2, 5, 4, 10_000), BASE, "3 executors a node, against 2");
  }

  @Test
  void saysSoWhereNothingIsWorse() {
    assertThat(CRITERIA.bestFirst().compare(BASE, BASE)).isZero();
    assertThat(CRITERIA.whyWorse(BASE, BASE)).isEqualTo("equal in every criterion");
  }

  private static void assertBetter(Candidate won, Candidate lost, String why) {
    assertThat(CRITERIA.bestFirst().compare(won, lost)).isNegative();
    assertThat(CRITERIA.bestFirst().compare(lost, won)).isPositive();
    assertThat(CRITERIA.whyWorse(lost, won)).isEqualTo(why);
  }

  private static Candidate layout(int perNode, int granted, int cores, long heapMib) {
    Cluster any = cluster(2, 16, 100_000).complete();
    return new Candidate(
        perNode,
        granted,
        granted,
        new ExecutorSize(cores, heapMib, 384, 0, 0, 0),
        Share.ofWholeNode(any, any.groups().get(0), perNode, Long.MAX_VALUE));
  }

  private static Criteria on(int nodes, int cores, long memoryMib) {
    return new Criteria(
        cluster(nodes, cores, memoryMib).complete(), WorkloadExample.jvm().workload());
  }

  private static ClusterExample cluster(int nodes, int cores, long memoryMib) {
    return ClusterExample.ofManager("standalone")
        .with("nodes", "" + nodes)
        .with("standalone/workerCores", "" + cores)
        .with("standalone/workerMemory", memoryMib + "m");
  }
}
