/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostExaminationTest {
  @TempDir Path folder;
  private Patient patient;

  @BeforeEach
  void sound() {
    patient = new Patient(folder);
  }

  @Test
  void findsNothingWrongOnASoundMachine() {
    assertThat(findings())
        .containsExactly(
            Finding.ok("host", "box is 10.0.0.5"),
            Finding.ok("localhost", "localhost is 127.0.0.1"));
  }

  @Test
  void refusesAClusterWhereTheOwnNameIsUnknown() {
    patient.network.ownAddress(Optional.empty());
    patient.on(Manager.YARN, "yarn", DeployMode.CLUSTER);

    assertThat(findings())
        .contains(
            Finding.error(
                "host",
                "this machine's own name cannot be looked up: box: box: Name or service not known",
                "spark-submit ends with UnknownHostException.",
                "Add it to /etc/hosts: echo \"127.0.0.1 $(hostname)\" | sudo tee -a /etc/hosts"));
  }

  @Test
  void onlyWarnsOfAnUnknownNameInLocalModeWhichDoesNotAskForIt() {
    patient.network.ownAddress(Optional.empty());

    assertThat(findings().get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void onlyWarnsOfAnUnknownNameBesideAGivenAddress() {
    patient.network.ownAddress(Optional.empty());
    patient.on(Manager.YARN, "yarn", DeployMode.CLIENT).variable("SPARK_LOCAL_IP", "10.0.0.5");

    assertThat(findings().get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void warnsOfALoopbackAddressThatExecutorsWouldBeToldOf() {
    patient.network.ownAddress(Optional.of("127.0.1.1"));
    patient.on(Manager.STANDALONE, "spark://m:7077", DeployMode.CLIENT);

    assertThat(findings().get(0))
        .isEqualTo(
            Finding.warning(
                "host",
                "this machine's own name box is 127.0.1.1, a loopback address",
                "Executors of other machines cannot come back to it; Spark takes the address of an"
                    + " interface instead, which may be the wrong one (Your hostname resolves to a"
                    + " loopback address).",
                "Give the address that the cluster reaches: -Dspark.driver.host=…, or export"
                    + " SPARK_LOCAL_IP=…"));
  }

  @Test
  void takesALoopbackAddressThatNobodyIsToldOf() {
    patient.network.ownAddress(Optional.of("127.0.1.1"));
    assertThat(findings().get(0)).isEqualTo(Finding.ok("host", "box is 127.0.1.1"));

    patient.on(Manager.YARN, "yarn", DeployMode.CLUSTER);
    assertThat(findings().get(0)).isEqualTo(Finding.ok("host", "box is 127.0.1.1"));

    patient.on(Manager.YARN, "yarn", DeployMode.CLIENT).setting("spark.driver.host", "10.0.0.5");
    assertThat(findings().get(0)).isEqualTo(Finding.ok("host", "box is 127.0.1.1"));
  }

  @Test
  void warnsOfALocalhostThatIsNone() {
    patient.network.name("localhost", "10.0.0.9");
    assertThat(findings())
        .contains(
            Finding.warning(
                "localhost",
                "localhost is 10.0.0.9, no loopback address",
                "Python workers, py4j and local tests connect to it.",
                "Add it to /etc/hosts: 127.0.0.1 localhost"));

    patient.network.name("localhost", "");
    assertThat(findings()).extracting(Finding::what).contains("localhost cannot be looked up");
  }

  @Test
  void refusesAnAddressOfAnotherMachine() {
    patient.variable("SPARK_LOCAL_IP", "192.0.2.1").setting("spark.driver.host", "192.0.2.2");

    assertThat(findings())
        .contains(
            Finding.error(
                "driver-address",
                "SPARK_LOCAL_IP=192.0.2.1 cannot be listened on (Cannot assign requested address)",
                "The driver ends with BindException: Cannot assign requested address: Service"
                    + " 'sparkDriver' failed after 16 retries (on a random free port).",
                "unset SPARK_LOCAL_IP"),
            Finding.error(
                "driver-address",
                "spark.driver.host=192.0.2.2 cannot be listened on (Cannot assign requested address)",
                "The driver ends with BindException: Cannot assign requested address: Service"
                    + " 'sparkDriver' failed after 16 retries (on a random free port).",
                "Give an address of this machine; behind NAT or in a container also"
                    + " -Dspark.driver.bindAddress=0.0.0.0"));
  }

  @Test
  void listensOnTheBindAddressAndOnlyLooksTheHostUp() {
    patient
        .on(Manager.YARN, "yarn", DeployMode.CLIENT)
        .setting("spark.driver.host", "gateway.acme.com")
        .setting("spark.driver.bindAddress", "10.0.0.5");

    assertThat(findings())
        .contains(
            Finding.ok("driver-address", "spark.driver.bindAddress=10.0.0.5 can be listened on"),
            Finding.warning(
                "driver-address",
                "spark.driver.host=gateway.acme.com cannot be looked up here",
                "Executors look it up to reach the driver, and wait for ever where they cannot.",
                "Give a name or an address that the cluster knows"));
  }

  @Test
  void refusesAnAddressThatCannotBeLookedUp() {
    patient.setting("spark.driver.bindAddress", "nowhere");

    assertThat(findings())
        .contains(
            Finding.error(
                "driver-address",
                "spark.driver.bindAddress=nowhere cannot be looked up",
                "The driver ends with UnknownHostException, or UnresolvedAddressException.",
                "Give an address of this machine, or 0.0.0.0"));
  }

  @Test
  void leavesTheDriverOfClusterModeAlone() {
    patient
        .on(Manager.KUBERNETES, "k8s://k:443", DeployMode.CLUSTER)
        .setting("spark.driver.host", "192.0.2.2");

    assertThat(findings()).extracting(Finding::id).doesNotContain("driver-address");
  }

  private List<Finding> findings() {
    return new HostExamination(patient.request(), patient.surroundings()).findings();
  }
}
