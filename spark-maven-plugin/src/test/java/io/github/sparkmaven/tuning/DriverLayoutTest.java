/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.hardware.Demand;
import io.github.sparkmaven.hardware.DeployMode;
import org.junit.jupiter.api.Test;

class DriverLayoutTest {
  private static final ClusterExample TALK = ClusterExample.ofTheTalk();
  private static final ClusterExample DOMINANT = TALK.with("yarn/resourceCalculator", "dominant");

  @Test
  void takesTheApplicationMastersContainerInClientMode() {
    assertThat(driver(TALK, WorkloadExample.jvm().with("driverMemory", "20g")))
        .isEqualTo(
            new DriverLayout(
                DeployMode.CLIENT, 1, 20480, 2048, new Demand(896, 1, 0), new Demand(1024, 0, 0)));
    assertThat(driver(DOMINANT.with("yarn/minimumAllocation", "128m"), WorkloadExample.jvm()))
        .isEqualTo(
            new DriverLayout(
                DeployMode.CLIENT, 1, 2048, 384, new Demand(896, 1, 0), new Demand(896, 1, 0)));
  }

  @Test
  void obeysThePinsOfTheApplicationMaster() {
    DriverLayout master =
        driver(DOMINANT, WorkloadExample.jvm().with("amMemory", "8g").with("amCores", "2"));

    // 8192 + floor(0.10 x 8192) = 9011, in whole 1024.
    assertThat(master.request()).isEqualTo(new Demand(9011, 2, 0));
    assertThat(master.onCluster()).isEqualTo(new Demand(9216, 2, 0));
    assertThat(
            driver(TALK, WorkloadExample.jvm().with("amMemory", "8g").with("amOverhead", "1g"))
                .request())
        .isEqualTo(new Demand(9216, 1, 0));
  }

  @Test
  void passesOverTheApplicationMastersPinsInClusterMode() {
    assertThat(
            driver(
                    TALK.with("deployMode", "cluster"),
                    WorkloadExample.jvm().with("amMemory", "8g").with("amCores", "2"))
                .request())
        .isEqualTo(new Demand(2432, 1, 0));
  }

  @Test
  void takesTheDriversContainerInClusterMode() {
    assertThat(driver(TALK.with("deployMode", "cluster"), WorkloadExample.jvm()))
        .isEqualTo(
            new DriverLayout(
                DeployMode.CLUSTER, 1, 2048, 384, new Demand(2432, 1, 0), new Demand(3072, 0, 0)));
    assertThat(
            driver(
                DOMINANT.with("deployMode", "cluster"),
                WorkloadExample.jvm().with("driverMemory", "8g").with("driverCores", "2")))
        .isEqualTo(
            new DriverLayout(
                DeployMode.CLUSTER, 2, 8192, 819, new Demand(9011, 2, 0), new Demand(9216, 2, 0)));
  }

  @Test
  void obeysThePinsOfTheDriversOverhead() {
    ClusterExample cluster = TALK.with("deployMode", "cluster");
    WorkloadExample workload = WorkloadExample.jvm().with("driverMemory", "8g");

    assertThat(driver(cluster, workload.with("driverOverhead", "2g")).overheadMib())
        .isEqualTo(2048);
    assertThat(driver(cluster, workload.with("driverOverheadFactor", "0.25")).overheadMib())
        .isEqualTo(2048);
    assertThat(driver(cluster, workload.with("driverOverheadFactor", "0.01")).overheadMib())
        .isEqualTo(384);
  }

  @Test
  void takesTheHeapAloneOfAStandaloneWorker() {
    ClusterExample workers = ClusterExample.of("standalone", 2, 8, "32g");

    assertThat(driver(workers, WorkloadExample.jvm()))
        .isEqualTo(
            new DriverLayout(DeployMode.CLIENT, 1, 2048, 384, Demand.NOTHING, Demand.NOTHING));
    assertThat(driver(workers.with("deployMode", "cluster"), WorkloadExample.jvm()))
        .isEqualTo(
            new DriverLayout(
                DeployMode.CLUSTER, 1, 2048, 384, new Demand(2048, 1, 0), new Demand(2048, 1, 0)));
  }

  @Test
  void takesThePodOfADriverInKubernetes() {
    ClusterExample pods =
        ClusterExample.of("kubernetes", 2, 8, "32g").with("deployMode", "cluster");

    assertThat(driver(pods, WorkloadExample.jvm()).onCluster()).isEqualTo(new Demand(2432, 1, 0));
    // 0.40 x 2048 = 819.2, as long as no factor is set.
    assertThat(driver(pods, WorkloadExample.python()).onCluster())
        .isEqualTo(new Demand(2867, 1, 0));
    assertThat(
            driver(pods, WorkloadExample.python().with("driverOverheadFactor", "0.1")).onCluster())
        .isEqualTo(new Demand(2432, 1, 0));
    assertThat(driver(pods.with("deployMode", "client"), WorkloadExample.python()).onCluster())
        .isEqualTo(Demand.NOTHING);
  }

  private static DriverLayout driver(ClusterExample cluster, WorkloadExample workload) {
    return DriverLayout.of(cluster.complete(), workload.workload());
  }
}
