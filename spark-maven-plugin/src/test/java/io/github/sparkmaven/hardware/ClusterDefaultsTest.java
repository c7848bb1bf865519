/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterDefaultsTest {
  private static final String WHOLE = "Give a whole number from 1 up";
  private static final ClusterExample YARN = ClusterExample.of("yarn", 6, 16, "64g");
  private static final ClusterExample STANDALONE = ClusterExample.of("standalone", 2, 8, "32g");

  @Test
  void takesThisComputerWhereNothingIsDeclared() {
    Cluster cluster = ClusterExample.nothing().complete();

    assertThat(cluster.manager()).isEqualTo(Manager.LOCAL);
    assertThat(cluster.deployMode()).isEqualTo(DeployMode.CLIENT);
    assertThat(cluster.master()).isEmpty();
    assertNodes(cluster, 1, 8, 16384);
    assertThat(cluster.offer())
        .isEqualTo("a node offers 8 cores and 32768 - 16384 reserved = 16384 MiB");
  }

  @Test
  void offersHalfOfTheMemoryInLocalMode() {
    Cluster cluster = ClusterExample.nothing().with("cores", "4").with("memory", "10g").complete();

    assertNodes(cluster, 1, 4, 5120);
  }

  @Test
  void keepsOneCoreAndFivePercentOfTheMemoryForYarn() {
    Cluster cluster = YARN.complete();

    assertNodes(cluster, 6, 15, 61 * 1024);
    assertThat(cluster.offer())
        .isEqualTo(
            "a node offers 16 - 1 reserved = 15 cores and 65536 - 3072 reserved = 62464 MiB");
    assertThat(cluster.rules())
        .isEqualTo(rules(ResourceCalculator.DEFAULT, 1024, 1024, 62464, 15, false));
  }

  @ParameterizedTest
  @CsvSource({"8g, 7168", "39g, 38912", "40g, 38912", "256g, 249856", "8000m, 6976"})
  void keepsWholeGibibytesForYarnAndAtLeastOne(String memory, long offeredMib) {
    assertThat(ClusterExample.of("yarn", 1, 4, memory).complete().groups().get(0).memoryMib())
        .isEqualTo(offeredMib);
  }

  @Test
  void keepsOneGibibyteAndNoCoreForAStandaloneWorker() {
    Cluster cluster = STANDALONE.complete();

    assertNodes(cluster, 2, 8, 31 * 1024);
    assertThat(cluster.offer())
        .isEqualTo("a node offers 8 cores and 32768 - 1024 reserved = 31744 MiB");
    assertThat(cluster.rules()).isEqualTo(new StandaloneRules());
  }

  @ParameterizedTest
  @CsvSource({"yarn", "standalone", "local"})
  void keepsWhatIsDeclaredAsReserved(String manager) {
    Cluster cluster =
        ClusterExample.of(manager, 1, 16, "64g")
            .with("reservedCores", "3")
            .with("reservedMemory", "10g")
            .complete();

    assertNodes(cluster, 1, 13, 54 * 1024);
  }

  @Test
  void takesTheDeclaredOfferOfYarn() {
    Cluster cluster =
        YARN.with("yarn/nodeMemory", "60g")
            .with("yarn/nodeVcores", "32")
            .with("yarn/minimumAllocation", "512m")
            .with("yarn/incrementAllocation", "256m")
            .with("yarn/maximumAllocation", "16g")
            .with("yarn/maximumVcores", "8")
            .with("yarn/resourceCalculator", "dominant")
            .complete();

    assertNodes(cluster, 6, 32, 60 * 1024);
    assertThat(cluster.offer()).isEqualTo("a node offers 32 cores and 61440 MiB");
    assertThat(cluster.rules())
        .isEqualTo(rules(ResourceCalculator.DOMINANT, 512, 256, 16384, 8, true));
  }

  @Test
  void growsContainersByTheMinimumUnlessAnIncrementIsDeclared() {
    assertThat(YARN.with("yarn/minimumAllocation", "256m").complete().rules())
        .isEqualTo(rules(ResourceCalculator.DEFAULT, 256, 256, 62464, 15, false));
  }

  @Test
  void takesTheDeclaredOfferOfAWorker() {
    assertNodes(
        STANDALONE
            .with("standalone/workerCores", "6")
            .with("standalone/workerMemory", "20g")
            .complete(),
        2,
        6,
        20 * 1024);
  }

  @Test
  void needsNoMachineWhereTheOfferIsDeclared() {
    assertNodes(
        ClusterExample.ofManager("yarn")
            .with("nodes", "3")
            .with("yarn/nodeMemory", "61g")
            .with("yarn/nodeVcores", "15")
            .complete(),
        3,
        15,
        61 * 1024);
  }

  @ParameterizedTest
  @CsvSource({
    "yarn, YARN",
    "spark://host:7077, STANDALONE",
    "local, LOCAL",
    "local[4], LOCAL",
    "local[*], LOCAL",
    "k8s://https://host:6443, KUBERNETES"
  })
  void knowsTheManagerOfAMaster(String master, Manager manager) {
    Cluster cluster =
        ClusterExample.nothing()
            .with("master", master)
            .with("nodes", "1")
            .with("cores", "4")
            .with("memory", "16g")
            .complete();

    assertThat(cluster.manager()).isEqualTo(manager);
    assertThat(cluster.master()).contains(master);
  }

  @Test
  void rejectsMasterOfNoKnownManager() {
    assertProblems(
        YARN.with("master", "mesos://x"),
        "cluster/master: 'mesos://x' is no master URL that this version knows. Give local,"
            + " local[N], local[*], spark://host:port, yarn or k8s://host:port");
  }

  @Test
  void rejectsMasterOfAnotherManager() {
    assertProblems(
        YARN.with("master", "spark://h:7077"),
        "cluster/master: 'spark://h:7077' contradicts cluster/manager yarn. Give a master of that"
            + " manager, or leave one of the two out");
  }

  @Test
  void rejectsPartsOfAnotherManager() {
    assertProblems(
        ClusterExample.nothing()
            .with("yarn/nodeVcores", "4")
            .with("standalone/workerCores", "4")
            .with("deployMode", "cluster"),
        "cluster/yarn: is given although the manager is local. Set cluster/manager to yarn, or"
            + " remove cluster/yarn",
        "cluster/standalone: is given although the manager is local. Set cluster/manager to"
            + " standalone, or remove cluster/standalone",
        "cluster/deployMode: 'cluster' needs a cluster, and the manager is local. Use client, or"
            + " another manager");
  }

  @Test
  void rejectsManyNodesInLocalMode() {
    assertProblems(
        ClusterExample.of("local", 2, 0, "8g"),
        "cluster/nodes: 2 nodes, although local mode has one. Remove it, or choose another manager",
        "cluster/cores: 0 is less than 1. " + WHOLE);
  }

  @ParameterizedTest
  @CsvSource({"yarn", "standalone", "kubernetes"})
  void rejectsAClusterWithoutMachines(String manager) {
    assertProblems(
        ClusterExample.nothing().with("manager", manager),
        "cluster/nodes: is missing, and a cluster needs it. Give the number of machines that run"
            + " executors, as in <nodes>6</nodes>",
        "cluster/cores: is missing, and a cluster needs it. Give the cores of one machine, as in"
            + " <cores>16</cores>",
        "cluster/memory: is missing, and a cluster needs it. Give the memory of one machine, as in"
            + " <memory>64g</memory>");
  }

  @Test
  void rejectsSizesThatNoMachineHas() {
    assertProblems(
        ClusterExample.of("yarn", 1, -1, "300t").with("gpus", "-1"),
        "cluster/cores: -1 is less than 1. " + WHOLE,
        "cluster/gpus: -1 is less than 0. Give a whole number from 0 up",
        "cluster/memory: 307200g is more than any machine has. Give at most 262144g");
    assertProblems(
        ClusterExample.of("yarn", 1, 4097, "64g").with("gpus", "65"),
        "cluster/cores: 4097 is more than any machine has. Give at most 4096",
        "cluster/gpus: 65 is more than any machine has. Give at most 64");
  }

  @Test
  void rejectsNegativeReserve() {
    assertProblems(
        YARN.with("reservedCores", "-1"), "cluster/reservedCores: -1 is negative. Give 0 or more");
  }

  @Test
  void rejectsReserveThatLeavesNothing() {
    assertProblems(
        STANDALONE.with("reservedCores", "8").with("reservedMemory", "32g"),
        "cluster/reservedCores: 8 - 8 reserved as declared = 0 leaves no core for executors. Give a machine"
            + " more cores, or reserve fewer",
        "cluster/reservedMemory: 32768 - 32768 reserved as declared = 0 MiB leaves no memory for executors."
            + " Give a machine more memory, or reserve less");
  }

  @Test
  void rejectsMachineTooSmallForTheDefaultReserve() {
    assertProblems(
        ClusterExample.of("yarn", 1, 1, "1g"),
        "cluster/cores: 1 - 1 reserved = 0 leaves no core for executors. Give a machine more"
            + " cores, or reserve fewer",
        "cluster/memory: 1024 - 1024 reserved = 0 MiB leaves no memory for executors. Give a"
            + " machine more memory, or reserve less");
  }

  @Test
  void namesTheOfferThatLeavesNothing() {
    assertProblems(
        YARN.with("yarn/nodeVcores", "0").with("yarn/nodeMemory", "0m"),
        "cluster/yarn/nodeVcores: 0 is less than 1. " + WHOLE,
        "cluster/yarn/nodeMemory: 0 MiB leaves no memory for executors. Give a machine more"
            + " memory, or reserve less");
    assertProblems(
        STANDALONE.with("standalone/workerCores", "0").with("standalone/workerMemory", "0m"),
        "cluster/standalone/workerCores: 0 is less than 1. " + WHOLE,
        "cluster/standalone/workerMemory: 0 MiB leaves no memory for executors. Give a machine"
            + " more memory, or reserve less");
  }

  @Test
  void rejectsMoreNodeMemoryThanTheMachineHas() {
    assertProblems(
        YARN.with("yarn/nodeMemory", "65g"),
        "cluster/yarn/nodeMemory: 65g is more than the machine's 64g. Give at most cluster/memory");
    assertThat(YARN.with("yarn/nodeMemory", "64g").complete().groups().get(0).memoryMib())
        .isEqualTo(65536);
  }

  @Test
  void rejectsAllocationsOfNothing() {
    assertProblems(
        YARN.with("yarn/minimumAllocation", "1023k"),
        "cluster/yarn/minimumAllocation: 0m is less than 1m. Give at least 1m");
    assertProblems(
        YARN.with("yarn/incrementAllocation", "0m"),
        "cluster/yarn/incrementAllocation: 0m is less than 1m. Give at least 1m");
    assertProblems(
        YARN.with("yarn/maximumVcores", "0"),
        "cluster/yarn/maximumVcores: 0 is less than 1. " + WHOLE);
  }

  @Test
  void rejectsMaximumAllocationUnderTheMinimum() {
    assertProblems(
        YARN.with("yarn/maximumAllocation", "512m"),
        "cluster/yarn/maximumAllocation: 512 MiB is less than the minimum allocation of 1024 MiB."
            + " Give at least 1024m");
    assertThat(YARN.with("yarn/maximumAllocation", "1g").complete().rules())
        .isEqualTo(rules(ResourceCalculator.DEFAULT, 1024, 1024, 1024, 15, false));
  }

  @Test
  void rejectsMinimumAllocationOverTheNode() {
    assertProblems(
        YARN.with("yarn/nodeMemory", "2g").with("yarn/minimumAllocation", "4g"),
        "cluster/yarn/minimumAllocation: 4096 MiB is more than the 2048 MiB that a node offers."
            + " Give at most 2048m, or declare larger nodes");
  }

  @Test
  void tellsAllProblemsAtOnce() {
    assertProblems(
        ClusterExample.nothing()
            .with("manager", "yarn")
            .with("master", "local[2]")
            .with("standalone/workerCores", "2")
            .with("reservedCores", "-2")
            .with("cores", "0")
            .with("memory", "8g")
            .with("yarn/minimumAllocation", "2g")
            .with("yarn/maximumAllocation", "1g")
            .with("yarn/maximumVcores", "0"),
        "cluster/master: 'local[2]' contradicts cluster/manager yarn. Give a master of that"
            + " manager, or leave one of the two out",
        "cluster/standalone: is given although the manager is yarn. Set cluster/manager to"
            + " standalone, or remove cluster/standalone",
        "cluster/reservedCores: -2 is negative. Give 0 or more",
        "cluster/yarn/maximumAllocation: 1024 MiB is less than the minimum allocation of 2048 MiB."
            + " Give at least 2048m",
        "cluster/yarn/maximumVcores: 0 is less than 1. " + WHOLE,
        "cluster/nodes: is missing, and a cluster needs it. Give the number of machines that run"
            + " executors, as in <nodes>6</nodes>",
        "cluster/cores: 0 is less than 1. " + WHOLE);
  }

  @Test
  void returnsNothingOnlyForItsOwnProblems() {
    Problems problems = new Problems();
    problems.add("job", "is missing", "Name one");

    assertThat(new ClusterDefaults(YARN.declared(), ClusterExample.MACHINE, problems).complete())
        .isPresent();
    assertThat(
            new ClusterDefaults(
                    YARN.with("cores", "0").declared(), ClusterExample.MACHINE, problems)
                .complete())
        .isEmpty();
  }

  @Test
  void countsWhatTheClusterOffersInAll() {
    NodeGroup nodes =
        new NodeGroup(
            NodeGroup.ONLY, NodeRange.of(100_000), 100_000, 100_000, 1L << 32, 0, false, "");

    assertThat(nodes.coresOffered()).isEqualTo(10_000_000_000L);
    assertThat(nodes.memoryOfferedMib()).isEqualTo(100_000L << 32);
  }

  @Test
  void seesThisComputer() {
    Machine machine = Machine.ofThisComputer();

    assertThat(machine.cores()).isPositive();
    assertThat(machine.memory()).isGreaterThanOrEqualTo(MemorySize.ofMebibytes(1024));
    assertThat(machine.memory().mebibytes() % 1024).isZero();
  }

  private static void assertNodes(Cluster cluster, int nodes, int cores, long memoryMib) {
    assertThat(cluster.groups())
        .containsExactly(
            new NodeGroup(
                NodeGroup.ONLY,
                NodeRange.of(nodes),
                cluster.groups().get(0).machineCores(),
                cores,
                memoryMib,
                0,
                false,
                cluster.groups().get(0).offer()));
  }

  private static YarnRules rules(
      ResourceCalculator calculator,
      long minimumMib,
      long incrementMib,
      long maximumMib,
      int maximumVcores,
      boolean declared) {
    return new YarnRules(
        YarnScheduler.CAPACITY,
        calculator,
        new ContainerBounds(minimumMib, incrementMib, maximumMib, 1, maximumVcores),
        YarnRulesExample.ONLY_QUEUE,
        declared);
  }

  private static void assertProblems(ClusterExample cluster, String... lines) {
    assertThatThrownBy(cluster::complete)
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.problems()).map(Object::toString).containsExactly(lines));
  }
}
