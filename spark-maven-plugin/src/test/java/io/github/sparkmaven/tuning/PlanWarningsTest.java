/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.ClusterExample;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanWarningsTest {
  private static final ClusterExample TALK = ClusterExample.ofTheTalk();
  private static final ClusterExample BOUNDED =
      TALK.with("yarn/maximumAllocation", "61g").with("yarn/maximumVcores", "15");

  @Test
  void tellsOfTheTalksExampleWhatTheTalkLacks() {
    assertThat(warnings(TALK, WorkloadExample.ofTheTalk(6, "512m")))
        .containsExactly(
            "Container rounding: an executor asks for 15600 MiB, and YARN rounds it up to a multiple"
                + " of 1024 MiB = 16384 MiB, 784 MiB of it unused; by memory a node of 62464 MiB"
                + " holds 3 of these, not 4",
            "Vcores: 4 executors x 6 cores = 24 vcores on a node that offers 15; the default"
                + " calculator does not count them, under the dominant calculator a node holds 2 and"
                + " 12 of 24 executors are granted",
            "The application master takes a container of 1024 MiB and 1 vcore(s) on one node; it"
                + " fits beside that node's executors",
            "A site that keeps Hadoop's own maximums (8192 MB and 4 vcores a container) refuses"
                + " executors of 16384 MiB and 6 vcores; if yours does, declare"
                + " cluster/yarn/maximumAllocation and maximumVcores",
            "24 executors are asked for, as pinned, and 18 are granted: the rest stay pending",
            "Without the pins the plan would be 30 executors of 3 cores and 9900m, 5 per node; the"
                + " pinned layout has 11600 MiB of heap / 6 cores, rounded down = 1933 MiB a core, under"
                + " 2048");
  }

  @Test
  void tellsThatTheApplicationMasterDisplacesAnExecutor() {
    assertThat(
            warnings(
                BOUNDED.with("yarn/minimumAllocation", "256m"),
                WorkloadExample.ofTheTalk(6, "512m")))
        .contains(
            "The application master takes a container of 1024 MiB and 1 vcore(s) on one node; it"
                + " displaces 1 executor(s) there")
        .contains(
            "24 executors are asked for, as pinned, and 23 are granted: the rest stay pending")
        .noneMatch(warning -> warning.startsWith("Container rounding"));
  }

  @Test
  void namesTheDriverInClusterMode() {
    assertThat(
            warnings(
                BOUNDED.with("deployMode", "cluster"),
                WorkloadExample.jvm()
                    .with("executorsPerNode", "1")
                    .with("driverMemory", "4g")
                    .with("driverCores", "3")))
        .contains(
            "The driver takes a container of 5120 MiB and 3 vcore(s) on one node; it displaces 1"
                + " executor(s) there");
  }

  @Test
  void hasNothingToTellOfAFreeLayoutThatFits() {
    assertThat(warnings(BOUNDED, WorkloadExample.jvm())).isEmpty();
    assertThat(warnings(ClusterExample.of("standalone", 1, 8, "32g"), WorkloadExample.jvm()))
        .isEmpty();
  }

  /** A node offers 3072 MiB, of which the application master takes 1024; 2048 - 384 = 1664. */
  @Test
  void tellsWhatMorePythonMemoryCosts() {
    ClusterExample node =
        ClusterExample.of("yarn", 1, 4, "4g")
            .with("yarn/nodeMemory", "3g")
            .with("yarn/nodeVcores", "3");

    assertThat(warnings(node, WorkloadExample.python().with("pythonWorkerMemory", "896m")))
        .contains(
            "workload/pythonWorkerMemory of 896 MiB: 1 executors of 1 cores and 700m, 1 x 896 = 896 MiB"
                + " of each for Python; with Spark's default of 512 MiB it would be 1 executors of 2"
                + " cores and 600m, 2 x 512 = 1024 MiB of each for Python");
    assertThat(warnings(node, WorkloadExample.python().with("pythonWorkerMemory", "512m")))
        .noneMatch(warning -> warning.startsWith("workload/pythonWorkerMemory"));
  }

  @Test
  void keepsQuietOfHadoopsMaximumsWhereBothAreDeclared() {
    assertThat(warnings(TALK.with("yarn/maximumAllocation", "61g"), WorkloadExample.jvm()))
        .singleElement()
        .asString()
        .startsWith("A site that keeps Hadoop's own maximums");
  }

  @Test
  void keepsQuietOfHadoopsMaximumsWhereTheExecutorIsWithinThem() {
    assertThat(
            warnings(
                TALK,
                WorkloadExample.jvm().with("executorMemory", "7g").with("executorCores", "4")))
        .noneMatch(warning -> warning.startsWith("A site"));
  }

  @Test
  void tellsOfTheLargestContainerWhereItIsNoMultipleOfTheIncrement() {
    assertThat(
            warnings(
                TALK.with("yarn/maximumAllocation", "9000m").with("yarn/maximumVcores", "4"),
                WorkloadExample.jvm()))
        .containsExactly(
            "Container rounding: an executor asks for 8910 MiB, and YARN rounds it up to the largest"
                + " container, 9000 MiB, 90 MiB of it unused; by memory a node of 62464 MiB holds 6"
                + " of these, not 7");
  }

  @Test
  void tellsThatAMastersHeapsMayNotLeaveRoomForTheirOverhead() {
    assertThat(
            warnings(
                ClusterExample.of("standalone", 2, 8, "32g"),
                WorkloadExample.jvm()
                    .with("executorMemory", "10g")
                    .with("executorCores", "2")
                    .with("executorInstances", "6")))
        .contains(
            "The master counts heaps alone and may put 3 executors on a node; with their overhead"
                + " they need 3 x 11264 = 33792 MiB of its 31744");
  }

  @Test
  void tellsThatTheDriverMayEndWithASpotNode() {
    ClusterExample spot =
        ClusterExample.ofManager("yarn")
            .withGroup("a", "2", 8, "32g")
            .withGroup("b", "2", 8, "32g")
            .with("nodeGroups/b/spot", "true");

    assertThat(warnings(spot, WorkloadExample.jvm()))
        .contains(
            "The application master may be put on a spot node, and the job ends with it: keep it off"
                + " with spark.yarn.am.nodeLabelExpression and a label of the other nodes");
    assertThat(
            warnings(
                spot.with("manager", "standalone").with("deployMode", "cluster"),
                WorkloadExample.jvm()))
        .contains(
            "The driver may be put on a spot node, and the job ends with it: use cluster/deployMode"
                + " client");
    assertThat(
            warnings(
                spot.with("manager", "kubernetes").with("deployMode", "cluster"),
                WorkloadExample.jvm()))
        .isEmpty();
  }

  @Test
  void tellsOfGpusThatStayUnusedAndOfNodesWithoutThem() {
    ClusterExample some =
        ClusterExample.ofManager("standalone")
            .withGroup("a", "2", 8, "32g")
            .withGroup("b", "2", 8, "32g")
            .with("nodeGroups/b/gpus", "2");

    assertThat(warnings(some, WorkloadExample.jvm()))
        .containsExactly(
            "The 2 GPUs of a node of b stay unused: declare workload/gpusPerExecutor to use them,"
                + " which leaves nodes without a GPU idle");
    assertThat(warnings(some, WorkloadExample.jvm().with("gpusPerExecutor", "1")))
        .containsExactly("2 nodes of a stay idle: executors ask for 1 GPU(s), and these have none");
    assertThat(
            warnings(
                some,
                WorkloadExample.jvm()
                    .with("gpusPerExecutor", "1")
                    .with("tasksPerGpu", "2")
                    .with("executorCores", "4")))
        .contains(
            "1 GPU(s) x 2 tasks = 2 tasks at once on an executor of 4 cores: the other cores stay"
                + " idle");
  }

  @Test
  void tellsOfTheLowerEndOfARangeUnlessExecutorsComeAndGo() {
    ClusterExample scaling = ClusterExample.of("standalone", 1, 8, "32g").with("nodes", "2..5");

    assertThat(warnings(scaling, WorkloadExample.jvm().with("dynamicAllocation", "false")))
        .containsExactly(
            "10 executors are asked for, and at the lower end of its range the cluster grants 4: the"
                + " rest wait until it grows");
    assertThat(warnings(scaling, WorkloadExample.jvm())).isEmpty();
  }

  @Test
  void tellsThatTheApplicationMasterTakesMoreThanItsShare() {
    assertThat(
            warnings(
                BOUNDED.with("yarn/maximumAmShare", "0.01"),
                WorkloadExample.jvm().with("amMemory", "8g")))
        .contains(
            "The application master takes 9216 MiB, more than application masters may use of the"
                + " queue: the queue's 374784; 0.01 x 374784 MiB / 1024 MiB of the minimum"
                + " allocation, rounded up = 4; 4 x 1024 = 4096: YARN starts it while no other runs"
                + " in the queue");
  }

  private static List<String> warnings(ClusterExample cluster, WorkloadExample workload) {
    return new Planner(cluster.complete(), workload.workload()).plan().warnings();
  }
}
