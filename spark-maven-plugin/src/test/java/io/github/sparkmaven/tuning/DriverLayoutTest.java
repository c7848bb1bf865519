/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.hardware.DeployMode;
import org.junit.jupiter.api.Test;

class DriverLayoutTest {
  private static final ClusterExample TALK = ClusterExample.ofTheTalk();

  @Test
  void takesTheApplicationMastersContainerInClientMode() {
    assertThat(driver(TALK, WorkloadExample.jvm().with("driverMemory", "20g")))
        .isEqualTo(new DriverLayout(DeployMode.CLIENT, 1, 20480, 2048, 1024, 1));
    assertThat(driver(TALK.with("yarn/minimumAllocation", "128m"), WorkloadExample.jvm()))
        .isEqualTo(new DriverLayout(DeployMode.CLIENT, 1, 1024, 384, 896, 1));
  }

  @Test
  void takesTheDriversContainerInClusterMode() {
    assertThat(driver(TALK.with("deployMode", "cluster"), WorkloadExample.jvm()))
        .isEqualTo(new DriverLayout(DeployMode.CLUSTER, 1, 1024, 384, 2048, 1));
    assertThat(
            driver(
                TALK.with("deployMode", "cluster"),
                WorkloadExample.jvm().with("driverMemory", "8g").with("driverCores", "2")))
        .isEqualTo(new DriverLayout(DeployMode.CLUSTER, 2, 8192, 819, 9216, 2));
  }

  @Test
  void takesTheHeapAloneOfAStandaloneWorker() {
    ClusterExample workers = ClusterExample.of("standalone", 2, 8, "32g");

    assertThat(driver(workers, WorkloadExample.jvm()))
        .isEqualTo(new DriverLayout(DeployMode.CLIENT, 1, 1024, 384, 0, 0));
    assertThat(driver(workers.with("deployMode", "cluster"), WorkloadExample.jvm()))
        .isEqualTo(new DriverLayout(DeployMode.CLUSTER, 1, 1024, 384, 1024, 1));
  }

  private static DriverLayout driver(ClusterExample cluster, WorkloadExample workload) {
    return DriverLayout.of(cluster.complete(), workload.workload());
  }
}
