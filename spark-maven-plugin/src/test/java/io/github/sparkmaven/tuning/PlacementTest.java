/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.ClusterExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {

  /** What Hadoop's own CapacityScheduler granted on the talk's six nodes. */
  @ParameterizedTest
  @CsvSource({
    // asked, MiB, vcores, minimum, default, dominant
    "24, 12760, 6, 1024, 24, 12",
    "24, 15600, 6, 256, 23, 12",
    "24, 15600, 6, 1024, 18, 12",
    "17, 20480, 5, 1024, 17, 17",
    "29, 12288, 3, 1024, 29, 29"
  })
  void grantsWhatTheCapacitySchedulerGranted(
      int asked, long requestMib, int vcores, int minimumMib, int byDefault, int dominant) {
    ClusterExample talk =
        ClusterExample.ofTheTalk().with("yarn/minimumAllocation", minimumMib + "m");
    ExecutorSize size = size(vcores, requestMib);

    assertThat(placement(talk).grant(size, asked)).isEqualTo(byDefault);
    assertThat(placement(talk.with("yarn/resourceCalculator", "dominant")).grant(size, asked))
        .isEqualTo(dominant);
  }

  @Test
  void refusesARequestOverTheMaximumsWhateverTheCalculator() {
    ClusterExample talk =
        ClusterExample.ofTheTalk()
            .with("yarn/maximumAllocation", "8g")
            .with("yarn/maximumVcores", "4");

    assertThat(placement(talk).grant(size(4, 8192), 1)).isEqualTo(1);
    assertThat(placement(talk).grant(size(4, 8193), 1)).isZero();
    assertThat(placement(talk).grant(size(5, 8192), 1)).isZero();
  }

  @Test
  void grantsNoMoreThanIsAskedFor() {
    assertThat(placement(ClusterExample.ofTheTalk()).grant(size(1, 1024), 7)).isEqualTo(7);
  }

  @Test
  void countsTheApplicationMastersPlace() {
    Placement placement = placement(ClusterExample.ofTheTalk());

    assertThat(placement.perNode(size(1, 1024))).isEqualTo(61);
    assertThat(placement.displaced(size(1, 1024))).isEqualTo(1);
    assertThat(placement.displaced(size(1, 20480))).isZero();
    assertThat(placement.displaced(size(1, 62464))).isEqualTo(1);
  }

  @Test
  void countsTheDriversPlaceInClusterMode() {
    ClusterExample talk = ClusterExample.ofTheTalk().with("deployMode", "cluster");
    WorkloadExample workload =
        WorkloadExample.jvm().with("driverMemory", "20g").with("driverCores", "4");

    // 20 GiB + 10 % = 22528 MiB leave 39936 of 62464: three of 12 GiB, where an empty node has
    // five.
    assertThat(placement(talk, workload).displaced(size(3, 12288))).isEqualTo(2);
    // Of 15 vcores the driver leaves 11.
    assertThat(
            placement(talk.with("yarn/resourceCalculator", "dominant"), workload)
                .displaced(size(5, 1024)))
        .isEqualTo(1);
  }

  @Test
  void countsCoresAndMemoryOfAWorker() {
    ClusterExample workers = ClusterExample.of("standalone", 2, 8, "32g");

    assertThat(placement(workers).grant(size(2, 1024), 100)).isEqualTo(8);
    assertThat(placement(workers).grant(size(1, 10240), 100)).isEqualTo(6);
    assertThat(placement(workers).grant(size(9, 1024), 100)).isZero();
  }

  @Test
  void givesAStandaloneDriverItsHeapAndCoresInClusterModeOnly() {
    ClusterExample workers = ClusterExample.of("standalone", 2, 8, "32g");
    WorkloadExample workload = WorkloadExample.jvm().with("driverCores", "2");

    assertThat(placement(workers, workload).grant(size(2, 1024), 100)).isEqualTo(8);
    assertThat(placement(workers.with("deployMode", "cluster"), workload).grant(size(2, 1024), 100))
        .isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    // driver memory, cores, calculator, fits
    "55g, 1, default, true",
    "56g, 1, default, false",
    "1g, 15, dominant, true",
    "1g, 16, dominant, false"
  })
  void grantsNothingWhereTheDriverFindsNoNode(
      String memory, int cores, String calculator, boolean fits) {
    Placement placement =
        placement(
            ClusterExample.ofTheTalk()
                .with("deployMode", "cluster")
                .with("yarn/maximumVcores", "32")
                .with("yarn/resourceCalculator", calculator),
            WorkloadExample.jvm().with("driverMemory", memory).with("driverCores", "" + cores));

    assertThat(placement.holdsDriver()).isEqualTo(fits);
    assertThat(placement.grant(size(1, 1024), 1)).isEqualTo(fits ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"31g, 8, true", "32g, 1, false", "1g, 9, false"})
  void grantsNothingWhereNoWorkerHoldsTheDriver(String memory, int cores, boolean fits) {
    Placement placement =
        placement(
            ClusterExample.of("standalone", 2, 8, "32g").with("deployMode", "cluster"),
            WorkloadExample.jvm().with("driverMemory", memory).with("driverCores", "" + cores));

    assertThat(placement.grant(size(1, 1024), 1)).isEqualTo(fits ? 1 : 0);
  }

  @Test
  void grantsNothingWhereTheDriverIsOverTheMaximums() {
    ClusterExample talk =
        ClusterExample.ofTheTalk()
            .with("deployMode", "cluster")
            .with("yarn/maximumAllocation", "8g")
            .with("yarn/maximumVcores", "4");

    assertThat(placement(talk, WorkloadExample.jvm().with("driverMemory", "7g")).holdsDriver())
        .isTrue();
    assertThat(placement(talk, WorkloadExample.jvm().with("driverMemory", "8g")).holdsDriver())
        .isFalse();
    assertThat(placement(talk, WorkloadExample.jvm().with("driverCores", "5")).holdsDriver())
        .isFalse();
  }

  private static ExecutorSize size(int cores, long requestMib) {
    return new ExecutorSize(cores, requestMib, 0, 0, 0);
  }

  private static Placement placement(ClusterExample example) {
    return placement(example, WorkloadExample.jvm());
  }

  private static Placement placement(ClusterExample example, WorkloadExample workload) {
    Cluster cluster = example.complete();
    return new Placement(cluster, DriverLayout.of(cluster, workload.workload()));
  }
}
