/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ClusterParameterTest {
  private static final String EVERYTHING =
      """
      <manager>yarn</manager><master>yarn</master><deployMode>cluster</deployMode>
      <nodes>6</nodes><cores>16</cores><memory>64g</memory>
      <reservedCores>2</reservedCores><reservedMemory>4g</reservedMemory>
      <yarn>
        <nodeMemory>61g</nodeMemory><nodeVcores>15</nodeVcores>
        <minimumAllocation>256m</minimumAllocation><incrementAllocation>512m</incrementAllocation>
        <maximumAllocation>32g</maximumAllocation><maximumVcores>8</maximumVcores>
        <resourceCalculator>dominant</resourceCalculator>
      </yarn>
      <standalone><workerCores>12</workerCores><workerMemory>48g</workerMemory></standalone>
      """;

  @Test
  void readsEveryText() {
    assertThat(model(cluster(EVERYTHING)))
        .isEqualTo(
            new DeclaredCluster(
                Optional.of(Manager.YARN),
                Optional.of("yarn"),
                Optional.of(DeployMode.CLUSTER),
                OptionalInt.of(6),
                OptionalInt.of(16),
                gib(64),
                OptionalInt.of(2),
                gib(4),
                Optional.of(
                    new DeclaredCluster.Yarn(
                        gib(61),
                        OptionalInt.of(15),
                        Optional.of(MemorySize.ofMebibytes(256)),
                        Optional.of(MemorySize.ofMebibytes(512)),
                        gib(32),
                        OptionalInt.of(8),
                        Optional.of(ResourceCalculator.DOMINANT))),
                Optional.of(new DeclaredCluster.Standalone(OptionalInt.of(12), gib(48)))));
  }

  @Test
  void declaresNothingWhereNothingIsWritten() {
    assertThat(model(new ClusterParameter())).isEqualTo(DeclaredCluster.NOTHING);
  }

  @Test
  void inheritsAllThatItLeavesOut() {
    assertThat(model(new ClusterParameter().over(cluster(EVERYTHING))))
        .isEqualTo(model(cluster(EVERYTHING)));
  }

  @Test
  void overridesAllThatItNames() {
    String others =
        """
        <manager>yarn</manager><master>local</master><deployMode>client</deployMode>
        <nodes>7</nodes><cores>17</cores><memory>65g</memory>
        <reservedCores>3</reservedCores><reservedMemory>5g</reservedMemory>
        <yarn>
          <nodeMemory>62g</nodeMemory><nodeVcores>16</nodeVcores>
          <minimumAllocation>257m</minimumAllocation><incrementAllocation>513m</incrementAllocation>
          <maximumAllocation>33g</maximumAllocation><maximumVcores>9</maximumVcores>
          <resourceCalculator>default</resourceCalculator>
        </yarn>
        <standalone><workerCores>13</workerCores><workerMemory>49g</workerMemory></standalone>
        """;

    assertThat(model(cluster(others).over(cluster(EVERYTHING)))).isEqualTo(model(cluster(others)));
  }

  @Test
  void mergesThePartsOfAManagerToo() {
    ClusterParameter merged =
        cluster("<nodes>12</nodes><yarn><nodeVcores>30</nodeVcores></yarn>")
            .over(cluster(EVERYTHING));

    DeclaredCluster model = model(merged);
    assertThat(model.nodes()).hasValue(12);
    assertThat(model.cores()).hasValue(16);
    assertThat(model.yarn().orElseThrow().nodeVcores()).hasValue(30);
    assertThat(model.yarn().orElseThrow().nodeMemory()).isEqualTo(gib(61));
  }

  @Test
  void inheritsUnderTheSameManager() {
    ClusterParameter own = cluster("<manager>yarn</manager><nodes>2</nodes>");

    assertThat(model(own.over(cluster(EVERYTHING))).cores()).hasValue(16);
  }

  @Test
  void inheritsNothingFromAnotherManager() {
    ClusterParameter own = cluster("<manager>standalone</manager><nodes>2</nodes>");

    assertThat(model(own.over(cluster(EVERYTHING)))).isEqualTo(model(own));
  }

  @Test
  void standsAloneWhereNothingStandsOutside() {
    ClusterParameter own = cluster("<nodes>2</nodes>");

    assertThat(own.over(null)).isSameAs(own);
  }

  @Test
  void tellsOfEveryTextThatCannotBeReadAtOnce() {
    Problems problems = new Problems();
    cluster(
            """
            <manager>mesos</manager><deployMode>Client</deployMode>
            <nodes>six</nodes><cores>1.5</cores><memory>64</memory>
            <reservedCores>12345678901</reservedCores><reservedMemory>-1g</reservedMemory>
            <yarn>
              <nodeMemory>x</nodeMemory><nodeVcores>x</nodeVcores>
              <minimumAllocation>x</minimumAllocation><incrementAllocation>x</incrementAllocation>
              <maximumAllocation>x</maximumAllocation><maximumVcores>x</maximumVcores>
              <resourceCalculator>x</resourceCalculator>
            </yarn>
            <standalone><workerCores>x</workerCores><workerMemory>x</workerMemory></standalone>
            """)
        .toModel(problems);

    InputException thrown = catchThrowableOfType(InputException.class, problems::throwIfAny);

    assertThat(thrown.problems())
        .extracting(Problem::where)
        .containsExactlyInAnyOrder(
            "cluster/manager",
            "cluster/deployMode",
            "cluster/nodes",
            "cluster/cores",
            "cluster/memory",
            "cluster/reservedCores",
            "cluster/reservedMemory",
            "cluster/yarn/nodeMemory",
            "cluster/yarn/nodeVcores",
            "cluster/yarn/minimumAllocation",
            "cluster/yarn/incrementAllocation",
            "cluster/yarn/maximumAllocation",
            "cluster/yarn/maximumVcores",
            "cluster/yarn/resourceCalculator",
            "cluster/standalone/workerCores",
            "cluster/standalone/workerMemory");
    assertThat(thrown.problems())
        .extracting(Problem::toString)
        .contains(
            "cluster/manager: 'mesos' is unknown. Give one of local, standalone, yarn",
            "cluster/deployMode: 'Client' is unknown. Give one of client, cluster",
            "cluster/nodes: 'six' is no whole number. Give one, as in 16",
            "cluster/yarn/resourceCalculator: 'x' is unknown. Give one of default, dominant");
  }

  private static ClusterParameter cluster(String children) {
    return PomElement.fill(new ClusterParameter(), children);
  }

  private static DeclaredCluster model(ClusterParameter cluster) {
    Problems problems = new Problems();
    DeclaredCluster model = cluster.toModel(problems);
    problems.throwIfAny();
    return model;
  }

  private static Optional<MemorySize> gib(int size) {
    return Optional.of(MemorySize.ofMebibytes(size * 1024L));
  }
}
