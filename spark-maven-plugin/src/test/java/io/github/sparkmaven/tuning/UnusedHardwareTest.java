/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.ClusterExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the planner does with hardware that executors could leave idle, and what it says of it. */
class UnusedHardwareTest {

  @Test
  void usesEveryGpuRatherThanEveryCore() {
    Layout layout = plan(ClusterExample.of("kubernetes", 4, 32, "256g").with("gpus", "4")).layout();

    // 31 cores: one executor would have them all, and one GPU; 4 x 7 = 28 cores use all 4.
    assertThat(layout.executorsPerNode()).isEqualTo(4);
    assertThat(layout.grantedExecutors()).isEqualTo(16);
    assertThat(layout.size().cores()).isEqualTo(7);
    assertThat(layout.size().gpus()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "yarn, 4, cluster/disks sets nothing: the node manager's yarn.nodemanager.local-dirs decides"
        + " where shuffle files go",
    "standalone, '/data1,/data2', cluster/disks sets nothing: the worker's SPARK_LOCAL_DIRS decides"
        + " where shuffle files go",
    "kubernetes, 4, cluster/disks sets nothing: their mount points are not declared"
  })
  void saysWhereDisksSetNothing(String manager, String disks, String warning) {
    assertThat(plan(ClusterExample.of(manager, 2, 16, "64g").with("disks", disks)).warnings())
        .contains(warning);
  }

  @Test
  void keepsQuietOfDisksThatAreMounted() {
    assertThat(
            plan(ClusterExample.of("kubernetes", 2, 16, "64g").with("disks", "/data1")).warnings())
        .noneMatch(warning -> warning.startsWith("cluster/disks"));
  }

  @Test
  void warnsOfAnIncrementThatTheCapacitySchedulerDoesNotHave() {
    ClusterExample talk = ClusterExample.ofTheTalk().with("yarn/incrementAllocation", "512m");

    assertThat(plan(talk).warnings())
        .contains(
            "Containers are rounded up to multiples of 512 MiB as cluster/yarn/incrementAllocation"
                + " says; only the Fair Scheduler does so, the Capacity Scheduler takes the minimum"
                + " allocation, 1024 MiB: declare cluster/yarn/scheduler fair if that is the site's");
    assertThat(plan(talk.with("yarn/scheduler", "fair")).warnings())
        .noneMatch(warning -> warning.startsWith("Containers are rounded up"));
  }

  @Test
  void findsTheExecutorOfAQueueSmallerThanAnyShareOfANode() {
    Layout layout =
        plan(
                ClusterExample.of("yarn", 1, 4, "20g")
                    .with("yarn/minimumAllocation", "512m")
                    .with("yarn/queueShare", "0.5")
                    .with("deployMode", "cluster"),
                WorkloadExample.jvm().with("driverMemory", "7g"))
            .layout();

    // 9728 MiB of the queue less a driver of 7168 + 716, rounded up to 8192, leave 1536.
    assertThat(layout.containerMib()).isEqualTo(1536);
    assertThat(layout.grantedExecutors()).isEqualTo(1);
  }

  @Test
  void warnsOfAPinnedHeapThatThisMachineDoesNotHave() {
    assertThat(
            plan(ClusterExample.nothing(), WorkloadExample.jvm().with("driverMemory", "900g"))
                .warnings())
        .containsExactly(
            "The pinned heap of 921600 MiB is more than the 16384 MiB planned for on this machine: a"
                + " node offers 8 cores and 32768 - 16384 reserved = 16384 MiB");
  }

  private static Tuning plan(ClusterExample cluster) {
    return plan(cluster, WorkloadExample.jvm());
  }

  private static Tuning plan(ClusterExample cluster, WorkloadExample workload) {
    return new Planner(cluster.complete(), workload.workload()).plan();
  }
}
