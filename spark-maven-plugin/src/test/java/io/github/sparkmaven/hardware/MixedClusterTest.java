/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clusters of several kinds of machines, that scale, or that have GPUs. */
class MixedClusterTest {
  private static final ClusterExample MIXED =
      ClusterExample.ofManager("yarn")
          .withGroup("small", "4", 8, "32g")
          .withGroup("big", "2..6", 32, "256g")
          .with("nodeGroups/big/gpus", "4")
          .with("nodeGroups/big/spot", "true");

  @Test
  void keepsBackOfEachGroupInTheOrderOfTheirNames() {
    assertThat(MIXED.complete().groups())
        .containsExactly(
            new NodeGroup(
                "big",
                new NodeRange(2, 6),
                32,
                31,
                249_856,
                4,
                true,
                "a node offers 32 - 1 reserved = 31 cores and 262144 - 12288 reserved = 249856 MiB"),
            new NodeGroup(
                "small",
                NodeRange.of(4),
                8,
                7,
                31_744,
                0,
                false,
                "a node offers 8 - 1 reserved = 7 cores and 32768 - 1024 reserved = 31744 MiB"));
  }

  @Test
  void sumsUpItsGroups() {
    Cluster cluster = MIXED.complete();

    assertThat(cluster.nodes()).isEqualTo(10);
    assertThat(cluster.coresOffered()).isEqualTo(6 * 31 + 4 * 7);
    assertThat(cluster.memoryOfferedMib()).isEqualTo(6 * 249_856 + 4 * 31_744);
    assertThat(cluster.mostCores()).isEqualTo(31);
    assertThat(cluster.mostMemoryMib()).isEqualTo(249_856);
    assertThat(cluster.scales()).isTrue();
    assertThat(cluster.hasSpot()).isTrue();
    assertThat(cluster.offer())
        .isEqualTo(
            "big: a node offers 32 - 1 reserved = 31 cores and 262144 - 12288 reserved = 249856"
                + " MiB; small: a node offers 8 - 1 reserved = 7 cores and 32768 - 1024 reserved ="
                + " 31744 MiB");
  }

  @Test
  void takesTheLargestNodeAsYarnsMaximum() {
    assertThat(MIXED.complete().rules().largestMib()).isEqualTo(249_856);
    assertThat(((YarnRules) MIXED.complete().rules()).bounds().maximumVcores()).isEqualTo(31);
  }

  @Test
  void losesAGroupThatMayBeGoneAtItsLeast() {
    Cluster least = MIXED.with("nodeGroups/small/nodes", "0..4").complete().atItsLeast();

    assertThat(least.groups()).extracting(NodeGroup::name).containsExactly("big");
    assertThat(least.nodes()).isEqualTo(2);
    assertThat(least.scales()).isFalse();
  }

  @Test
  void takesWhatAGroupLeavesOutFromTheCluster() {
    Cluster cluster =
        ClusterExample.ofManager("standalone")
            .with("cores", "16")
            .with("memory", "64g")
            .with("gpus", "2")
            .with("nodeGroups/a/nodes", "3")
            .with("nodeGroups/b/nodes", "1")
            .with("nodeGroups/b/cores", "4")
            .with("nodeGroups/b/gpus", "0")
            .complete();

    assertThat(cluster.groups()).extracting(NodeGroup::cores).containsExactly(16, 4);
    assertThat(cluster.groups()).extracting(NodeGroup::memoryMib).containsOnly(64_512L);
    assertThat(cluster.groups()).extracting(NodeGroup::gpus).containsExactly(2, 0);
  }

  @Test
  void namesTheGroupThatLacksSomething() {
    assertProblems(
        ClusterExample.ofManager("kubernetes")
            .with("nodeGroups/a/nodes", "3")
            .with("nodeGroups/a/cores", "0")
            .with("nodeGroups/b/cores", "4")
            .with("nodeGroups/b/memory", "8g"),
        "cluster/nodeGroups/a/memory: is missing, and a cluster needs it. Give the memory of one"
            + " machine, as in <memory>64g</memory>",
        "cluster/nodeGroups/a/cores: 0 is less than 1. Give a whole number from 1 up",
        "cluster/nodeGroups/b/nodes: is missing, and a cluster needs it. Give the number of"
            + " machines that run executors, as in <nodes>6</nodes>");
  }

  @Test
  void rejectsNodesBesideGroups() {
    assertProblems(
        MIXED.with("nodes", "3"),
        "cluster/nodes: is given beside cluster/nodeGroups, which have nodes of their own. Keep one"
            + " of the two");
  }

  @Test
  void rejectsAGroupsNameThatIsNone() {
    assertProblems(
        MIXED.withGroup("a b", "1", 8, "32g"),
        "cluster/nodeGroups/a b: is no group's name. Use letters, digits, dots, hyphens and"
            + " underscores");
  }

  @Test
  void rejectsAClusterThatMayBeGoneWhole() {
    assertProblems(
        ClusterExample.of("yarn", 1, 16, "64g").with("nodes", "0..6"),
        "cluster/nodes: may scale down to no machine at all, where nothing can run. Begin a range"
            + " with 1 or more, as in 1..40");
    assertProblems(
        MIXED.with("nodeGroups/big/nodes", "0..6").with("nodeGroups/small/nodes", "0..1"),
        "cluster/nodeGroups: may scale down to no machine at all, where nothing can run. Begin a"
            + " range with 1 or more, as in 1..40");
  }

  @Test
  void rejectsGroupsInLocalMode() {
    assertProblems(
        ClusterExample.nothing().withGroup("a", "1", 8, "32g"),
        "cluster/nodeGroups: is given although the manager is local, which has one machine. Remove"
            + " it, or choose another manager");
  }

  @Test
  void rejectsAnOfferBeyondAGroupsMachine() {
    assertProblems(
        MIXED.with("yarn/nodeMemory", "60g"),
        "cluster/yarn/nodeMemory: 60g is more than the machine's 32g. Give at most"
            + " cluster/nodeGroups/small/memory");
    assertProblems(
        ClusterExample.of("standalone", 1, 8, "32g").with("standalone/workerMemory", "33g"),
        "cluster/standalone/workerMemory: 33g is more than the machine's 32g. Give at most"
            + " cluster/memory");
  }

  @ParameterizedTest
  @CsvSource({
    // scheduler, declared minimum, declared increment, increment
    "capacity, 256m, , 256",
    "capacity, , , 1024",
    "fair, 256m, , 1024",
    "fair, 256m, 512m, 512"
  })
  void growsContainersAsTheSchedulerDoes(
      String scheduler, String minimum, String increment, long expected) {
    ClusterExample example = ClusterExample.ofTheTalk().with("yarn/scheduler", scheduler);
    example = minimum == null ? example : example.with("yarn/minimumAllocation", minimum);
    example = increment == null ? example : example.with("yarn/incrementAllocation", increment);

    assertThat(example.complete().rules().stepMib()).isEqualTo(expected);
  }

  @Test
  void knowsTheQueueAndTheDisks() {
    Cluster cluster =
        ClusterExample.ofTheTalk()
            .with("disks", "/data1,/data2")
            .with("yarn/queue", "root.etl")
            .with("yarn/queueShare", "0.25")
            .with("yarn/maximumAmShare", "0.5")
            .with("yarn/minimumVcores", "2")
            .complete();

    assertThat(cluster.disks()).isEqualTo(new Disks(2, List.of("/data1", "/data2")));
    YarnRules rules = (YarnRules) cluster.rules();
    assertThat(rules.queue().name()).contains("root.etl");
    assertThat(rules.queue().share()).isEqualTo("0.25");
    assertThat(rules.queue().maximumAmShare()).isEqualTo("0.5");
    assertThat(rules.queue().isLimited()).isTrue();
    assertThat(rules.bounds().minimumVcores()).isEqualTo(2);
  }

  @Test
  void rejectsAQueueThatIsNone() {
    assertProblems(
        ClusterExample.ofTheTalk()
            .with("yarn/queue", "root etl")
            .with("yarn/queueShare", "0")
            .with("yarn/maximumAmShare", "1.01"),
        "cluster/yarn/queueShare: 0 is no share. Give a number above 0 and at most 1, as in 0.5",
        "cluster/yarn/maximumAmShare: 1.01 is no share. Give a number above 0 and at most 1, as in"
            + " 0.5",
        "cluster/yarn/queue: 'root etl' is no queue's name. Give one without white space, commas,"
            + " colons or asterisks, as in root.etl");
  }

  @Test
  void rejectsMinimumVcoresOverTheMaximumOrTheNode() {
    assertProblems(
        ClusterExample.ofTheTalk().with("yarn/minimumVcores", "5").with("yarn/maximumVcores", "4"),
        "cluster/yarn/maximumVcores: 4 is less than the minimum of 5. Give at least 5");
    assertProblems(
        ClusterExample.ofTheTalk().with("yarn/minimumVcores", "16"),
        "cluster/yarn/minimumVcores: 16 is more than the 15 vcores that a node offers. Give at most"
            + " 15, or declare larger nodes");
    assertProblems(
        ClusterExample.ofTheTalk().with("yarn/minimumVcores", "0"),
        "cluster/yarn/minimumVcores: 0 is less than 1. Give a whole number from 1 up");
  }

  private static void assertProblems(ClusterExample cluster, String... lines) {
    assertThatThrownBy(cluster::complete)
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.problems()).map(Object::toString).containsExactly(lines));
  }
}
