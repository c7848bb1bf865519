/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.ClusterExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
  private static final ClusterExample MIXED =
      ClusterExample.ofManager("standalone")
          .withGroup("big", "2", 16, "65g")
          .withGroup("small", "3", 8, "33g");

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

    assertThat(
            placement.perNode(size(1, 1024), ClusterExample.ofTheTalk().complete().groups().get(0)))
        .isEqualTo(61);
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

  @Test
  void countsTheHeapAloneOfAStandaloneExecutor() {
    Placement placement = placement(ClusterExample.of("standalone", 2, 8, "32g"));
    ExecutorSize size = new ExecutorSize(2, 10_240, 1024, 0, 0, 0);

    // 31744 / 10240 = 3 a node; with the overhead it would be 2.
    assertThat(placement.grant(size, 100)).isEqualTo(6);
    assertThat(placement.containerMib(size)).isEqualTo(11_264);
  }

  @Test
  void fillsTheNodesOfEveryGroup() {
    Placement placement = placement(MIXED);

    assertThat(placement.capacity(size(4, 16_384))).isEqualTo(2 * 4 + 3 * 2);
    assertThat(placement.grant(size(4, 16_384), 100)).isEqualTo(14);
    // Only the big nodes hold this one.
    assertThat(placement.grant(size(9, 16_384), 100)).isEqualTo(2);
  }

  @Test
  void letsTheDriverDisplaceTheMostThatItCan() {
    ClusterExample inside = MIXED.with("deployMode", "cluster");

    // 17408 + 1740 MiB: of a big node's 65536 it leaves 46388, two of three executors of 20480; of
    // a small node's 32768 it leaves 13620, none of one.
    assertThat(
            placement(inside, WorkloadExample.jvm().with("driverMemory", "17g"))
                .displaced(size(1, 20_480)))
        .isEqualTo(1);
    // Eight cores: a big node loses four of eight executors, a small one all of its four.
    assertThat(
            placement(inside, WorkloadExample.jvm().with("driverCores", "8"))
                .displaced(size(2, 1024)))
        .isEqualTo(4);
    // Nine cores: only a big node holds the driver.
    assertThat(
            placement(inside, WorkloadExample.jvm().with("driverCores", "9"))
                .displaced(size(2, 1024)))
        .isEqualTo(5);
  }

  @Test
  void keepsAKubernetesDriverOffSpotNodesWhereItHasAChoice() {
    ClusterExample pods =
        ClusterExample.ofManager("kubernetes")
            .with("deployMode", "cluster")
            .with("reservedCores", "0")
            .with("kubernetes/daemonSetCores", "0")
            .withGroup("big", "2", 17, "64g")
            .withGroup("small", "3", 8, "32g");
    ClusterExample spot = pods.with("nodeGroups/small/spot", "true");
    ExecutorSize size = size(8, 10_000);

    // On a small node the driver would displace the one executor; on a big one it takes the core
    // that two executors leave.
    assertThat(placement(pods).displaced(size)).isEqualTo(1);
    assertThat(placement(spot).displaced(size)).isZero();
    assertThat(placement(spot).grant(size, 100)).isEqualTo(7);
    assertThat(placement(spot.with("nodeGroups/big/spot", "true")).displaced(size)).isEqualTo(1);
    assertThat(
            placement(
                    ClusterExample.of("standalone", 1, 8, "32g")
                        .with("deployMode", "cluster")
                        .with("spot", "true"),
                    WorkloadExample.jvm())
                .holdsDriver())
        .isTrue();
  }

  @Test
  void countsGpus() {
    ClusterExample gpus = MIXED.with("nodeGroups/big/gpus", "4");

    assertThat(placement(gpus).grant(new ExecutorSize(2, 1024, 0, 0, 0, 1), 100)).isEqualTo(8);
    assertThat(placement(gpus).grant(new ExecutorSize(2, 1024, 0, 0, 0, 4), 100)).isEqualTo(2);
    assertThat(placement(gpus).grant(new ExecutorSize(2, 1024, 0, 0, 0, 5), 100)).isZero();
  }

  @Test
  void countsMinimumVcoresUnderTheFairScheduler() {
    ClusterExample fair =
        ClusterExample.ofTheTalk().with("yarn/scheduler", "fair").with("yarn/minimumVcores", "4");

    // 15 / 4 = 3 a node, and the application master takes 4 vcores as well.
    assertThat(placement(fair).grant(size(1, 1024), 100)).isEqualTo(17);
    assertThat(placement(fair.with("yarn/minimumVcores", "1")).grant(size(1, 1024), 100))
        .isEqualTo(89);
  }

  @ParameterizedTest
  @CsvSource({
    // calculator, share, granted of 4 GiB and 3 vcores; 374784 MiB and 90 vcores in all
    "default, 0.5, 45",
    "default, 0.01, 0",
    "dominant, 0.5, 14",
    "dominant, 1, 29"
  })
  void grantsNoMoreThanTheQueueMayHave(String calculator, String share, int granted) {
    ClusterExample queue =
        ClusterExample.ofTheTalk()
            .with("yarn/resourceCalculator", calculator)
            .with("yarn/queueShare", share);

    assertThat(placement(queue).grant(size(3, 4096), 1000)).isEqualTo(granted);
  }

  @Test
  void startsNothingWhereTheQueueDoesNotHoldTheDriver() {
    // 0.002 x 374784 = 749 MiB, less than a container.
    assertThat(placement(ClusterExample.ofTheTalk().with("yarn/queueShare", "0.002")).holdsDriver())
        .isFalse();
  }

  private static ExecutorSize size(int cores, long requestMib) {
    return new ExecutorSize(cores, requestMib, 0, 0, 0, 0);
  }

  private static Placement placement(ClusterExample example) {
    return placement(example, WorkloadExample.jvm());
  }

  private static Placement placement(ClusterExample example, WorkloadExample workload) {
    Cluster cluster = example.complete();
    return new Placement(cluster, DriverLayout.of(cluster, workload.workload()));
  }
}
