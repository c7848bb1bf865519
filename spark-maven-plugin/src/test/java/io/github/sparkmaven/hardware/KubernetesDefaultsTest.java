/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesDefaultsTest {
  private static final ClusterExample PODS = ClusterExample.of("kubernetes", 6, 16, "64g");

  @Test
  void keepsBackWhatGkeKeepsAndWhatDaemonsetsRequest() {
    NodeGroup nodes = PODS.complete().groups().get(0);

    assertThat(nodes.cores()).isEqualTo(15);
    assertThat(nodes.memoryMib()).isEqualTo(59_312);
    assertThat(nodes.offer())
        .isEqualTo(
            "a node offers 16 - 0.11 for kubelet and system - 0.25 for daemonsets = 15.64, in whole"
                + " cores 15 cores and 65536 - 5612 for kubelet and system - 100 for eviction - 512"
                + " for daemonsets = 59312 MiB");
  }

  @ParameterizedTest
  @CsvSource({
    // 6 % of the first core, 1 % of the second, 0.5 % of the next two, 0.25 % of the others; what
    // is left over of a thousandth is kept back too.
    "1, 60",
    "2, 70",
    "3, 75",
    "4, 80",
    "5, 83",
    "16, 110",
    "32, 150"
  })
  void keepsCoresAsGkeDoes(int cores, long millicores) {
    assertThat(KubernetesDefaults.reservedMillicores(cores)).isEqualTo(millicores);
  }

  @ParameterizedTest
  @CsvSource({
    // 25 % of the first 4 GiB, 20 % of the next 4, 10 % of the next 8, 6 % of the next 112, 2 %
    "2048, 512",
    "4096, 1024",
    "8192, 1844",
    "16384, 2663",
    "65536, 5612",
    "131072, 9544",
    "262144, 12166"
  })
  void keepsMemoryAsGkeDoes(long memoryMib, long reservedMib) {
    assertThat(KubernetesDefaults.reservedMib(memoryMib)).isEqualTo(reservedMib);
  }

  @Test
  void takesTheDeclaredAllocatable() {
    Cluster cluster =
        ClusterExample.ofManager("kubernetes")
            .with("nodes", "2")
            .with("kubernetes/allocatableCores", "31850m")
            .with("kubernetes/allocatableMemory", "120g")
            .with("kubernetes/daemonSetCores", "0.85")
            .with("kubernetes/daemonSetMemory", "0m")
            .complete();

    assertThat(cluster.groups().get(0).cores()).isEqualTo(31);
    assertThat(cluster.groups().get(0).memoryMib()).isEqualTo(122_880);
    assertThat(cluster.offer())
        .isEqualTo("a node offers 31.85 - 0.85 for daemonsets = 31 cores and 122880 MiB");
  }

  @Test
  void keepsWhatIsDeclaredAsReserved() {
    NodeGroup nodes =
        PODS.with("reservedCores", "2").with("reservedMemory", "4g").complete().groups().get(0);

    assertThat(nodes.cores()).isEqualTo(13);
    assertThat(nodes.memoryMib()).isEqualTo(65_536 - 4096 - 100 - 512);
  }

  @Test
  void passesOnWhereThePodsLive() {
    assertThat(
            PODS.with("kubernetes/namespace", "etl")
                .with("kubernetes/image", "acme/spark:3.5.5")
                .with("kubernetes/serviceAccount", "spark")
                .with("kubernetes/uploadPath", "s3a://bucket/path")
                .complete()
                .rules())
        .isEqualTo(
            new KubernetesRules(
                Optional.of("etl"),
                Optional.of("acme/spark:3.5.5"),
                Optional.of("spark"),
                Optional.of("s3a://bucket/path")));
  }

  @Test
  void rejectsAllocatableBeyondTheMachine() {
    assertProblems(
        PODS.with("kubernetes/allocatableCores", "16.001")
            .with("kubernetes/allocatableMemory", "65g"),
        "cluster/kubernetes/allocatableCores: 16.001 is more than the machine's 16. Give at most"
            + " cluster/cores",
        "cluster/kubernetes/allocatableMemory: 65g is more than the machine's 64g. Give at most"
            + " cluster/memory");
  }

  @Test
  void rejectsNodesThatLeaveNothing() {
    assertProblems(
        ClusterExample.of("kubernetes", 1, 1, "1g"),
        "cluster/cores: 1 - 0.06 for kubelet and system - 0.25 for daemonsets = 0.69, in whole cores"
            + " 0 leaves no core for executors. Give a machine more cores, or reserve fewer");
    assertProblems(
        PODS.with("kubernetes/daemonSetCores", "16").with("kubernetes/daemonSetMemory", "64g"),
        "cluster/cores: 16 - 0.11 for kubelet and system - 16 for daemonsets = -0.11, in whole cores"
            + " -1 leaves no core for executors. Give a machine more cores, or reserve fewer",
        "cluster/memory: 65536 - 5612 for kubelet and system - 100 for eviction - 65536 for"
            + " daemonsets = -5712 MiB leaves no memory for executors. Give a machine more memory,"
            + " or reserve less");
  }

  @Test
  void rejectsPartsOfAnotherManager() {
    assertProblems(
        PODS.with("yarn/nodeVcores", "4").with("standalone/workerCores", "4"),
        "cluster/yarn: is given although the manager is kubernetes. Set cluster/manager to yarn, or"
            + " remove cluster/yarn",
        "cluster/standalone: is given although the manager is kubernetes. Set cluster/manager to"
            + " standalone, or remove cluster/standalone");
  }

  private static void assertProblems(ClusterExample cluster, String... lines) {
    assertThatThrownBy(cluster::complete)
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.problems()).map(Object::toString).containsExactly(lines));
  }
}
