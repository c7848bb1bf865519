/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeclaredKubernetes;
import io.github.sparkmaven.hardware.DeclaredMachines;
import io.github.sparkmaven.hardware.DeclaredStandalone;
import io.github.sparkmaven.hardware.DeclaredYarn;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Disks;
import io.github.sparkmaven.hardware.KubernetesRules;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeRange;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.CpuAmount;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ClusterParameterTest {
  private static final String EVERYTHING =
      """
      <manager>yarn</manager><master>yarn</master><deployMode>cluster</deployMode>
      <nodes>2..6</nodes><cores>16</cores><memory>64g</memory>
      <gpus>4</gpus><disks>/data1,/data2</disks>
      <nodeGroups>
        <big>
          <nodes>0..4</nodes><cores>32</cores><memory>256g</memory><gpus>8</gpus><spot>true</spot>
        </big>
        <small><nodes>3</nodes></small>
        <empty/>
      </nodeGroups>
      <hadoopConfDir>/etc/hadoop/conf</hadoopConfDir>
      <reservedCores>2</reservedCores><reservedMemory>4g</reservedMemory>
      <yarn>
        <nodeMemory>61g</nodeMemory><nodeVcores>15</nodeVcores>
        <minimumAllocation>256m</minimumAllocation><incrementAllocation>512m</incrementAllocation>
        <maximumAllocation>32g</maximumAllocation><maximumVcores>8</maximumVcores>
        <resourceCalculator>dominant</resourceCalculator>
        <minimumVcores>2</minimumVcores><scheduler>fair</scheduler>
        <maximumAmShare>0.5</maximumAmShare><queue>root.etl</queue><queueShare>0.25</queueShare>
      </yarn>
      <kubernetes>
        <allocatableCores>31850m</allocatableCores><allocatableMemory>120g</allocatableMemory>
        <daemonSetCores>0.5</daemonSetCores><daemonSetMemory>1g</daemonSetMemory>
        <namespace>etl</namespace><image>acme/spark</image>
        <serviceAccount>spark</serviceAccount><uploadPath>s3a://bucket/path</uploadPath>
      </kubernetes>
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
                new DeclaredMachines(
                    Optional.of(new NodeRange(2, 6)),
                    OptionalInt.of(16),
                    gib(64),
                    OptionalInt.of(4),
                    false),
                Map.of(
                    "big",
                    new DeclaredMachines(
                        Optional.of(new NodeRange(0, 4)),
                        OptionalInt.of(32),
                        gib(256),
                        OptionalInt.of(8),
                        true),
                    "small",
                    new DeclaredMachines(
                        Optional.of(NodeRange.of(3)),
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        false),
                    "empty",
                    DeclaredMachines.NOTHING),
                Optional.of(new Disks(2, List.of("/data1", "/data2"))),
                new DeclaredCluster.Reserved(OptionalInt.of(2), gib(4)),
                Optional.of(
                    new DeclaredYarn(
                        gib(61),
                        OptionalInt.of(15),
                        Optional.of(MemorySize.ofMebibytes(256)),
                        Optional.of(MemorySize.ofMebibytes(512)),
                        gib(32),
                        OptionalInt.of(2),
                        OptionalInt.of(8),
                        Optional.of(ResourceCalculator.DOMINANT),
                        Optional.of(YarnScheduler.FAIR),
                        Optional.of(new BigDecimal("0.5")),
                        Optional.of("root.etl"),
                        Optional.of(new BigDecimal("0.25")))),
                Optional.of(
                    new DeclaredKubernetes(
                        Optional.of(new CpuAmount(31_850)),
                        gib(120),
                        Optional.of(new CpuAmount(500)),
                        gib(1),
                        new KubernetesRules(
                            Optional.of("etl"),
                            Optional.of("acme/spark"),
                            Optional.of("spark"),
                            Optional.of("s3a://bucket/path")))),
                Optional.of(new DeclaredStandalone(OptionalInt.of(12), gib(48)))));
  }

  @Test
  void knowsTheSitesFolder() {
    ClusterParameter cluster = cluster(EVERYTHING);

    assertThat(cluster.hadoopConfDir()).contains(Path.of("/etc/hadoop/conf"));
    assertThat(new ClusterParameter().hadoopConfDir()).isEmpty();
    assertThat(new ClusterParameter().over(cluster).hadoopConfDir())
        .contains(Path.of("/etc/hadoop/conf"));
    assertThat(cluster("<hadoopConfDir>/opt/conf</hadoopConfDir>").over(cluster).hadoopConfDir())
        .contains(Path.of("/opt/conf"));
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
        <gpus>5</gpus><disks>3</disks><nodeGroups><other><nodes>1</nodes></other></nodeGroups>
        <reservedCores>3</reservedCores><reservedMemory>5g</reservedMemory>
        <yarn>
          <nodeMemory>62g</nodeMemory><nodeVcores>16</nodeVcores>
          <minimumAllocation>257m</minimumAllocation><incrementAllocation>513m</incrementAllocation>
          <maximumAllocation>33g</maximumAllocation><maximumVcores>9</maximumVcores>
          <resourceCalculator>default</resourceCalculator>
          <minimumVcores>3</minimumVcores><scheduler>capacity</scheduler>
          <maximumAmShare>0.6</maximumAmShare><queue>other</queue><queueShare>0.3</queueShare>
        </yarn>
        <kubernetes>
          <allocatableCores>30</allocatableCores><allocatableMemory>121g</allocatableMemory>
          <daemonSetCores>0.6</daemonSetCores><daemonSetMemory>2g</daemonSetMemory>
          <namespace>other</namespace><image>other/spark</image>
          <serviceAccount>other</serviceAccount><uploadPath>hdfs:///other</uploadPath>
        </kubernetes>
        <standalone><workerCores>13</workerCores><workerMemory>49g</workerMemory></standalone>
        """;

    assertThat(model(cluster(others).over(cluster(EVERYTHING)))).isEqualTo(model(cluster(others)));
  }

  @Test
  void mergesThePartsOfAManagerToo() {
    ClusterParameter merged =
        cluster(
                "<nodes>12</nodes><yarn><nodeVcores>30</nodeVcores></yarn>"
                    + "<kubernetes><image>own</image></kubernetes>"
                    + "<standalone><workerCores>9</workerCores></standalone>")
            .over(cluster(EVERYTHING));

    DeclaredCluster model = model(merged);
    assertThat(model.machines().nodes()).contains(NodeRange.of(12));
    assertThat(model.machines().cores()).hasValue(16);
    assertThat(model.yarn().orElseThrow().nodeVcores()).hasValue(30);
    assertThat(model.yarn().orElseThrow().nodeMemory()).isEqualTo(gib(61));
    assertThat(model.kubernetes().orElseThrow().rules().image()).contains("own");
    assertThat(model.kubernetes().orElseThrow().rules().namespace()).contains("etl");
    assertThat(model.standalone().orElseThrow().workerCores()).hasValue(9);
    assertThat(model.standalone().orElseThrow().workerMemory()).isEqualTo(gib(48));
  }

  @Test
  void inheritsUnderTheSameManager() {
    ClusterParameter own = cluster("<manager>yarn</manager><nodes>2</nodes>");

    assertThat(model(own.over(cluster(EVERYTHING))).machines().cores()).hasValue(16);
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
            <gpus>x</gpus><disks>x</disks>
            <nodeGroups>
              <a>
                <nodes>1..x</nodes><cores>x</cores><memory>9</memory><gpus>x</gpus><spot>x</spot>
              </a>
            </nodeGroups>
            <reservedCores>12345678901</reservedCores><reservedMemory>-1g</reservedMemory>
            <yarn>
              <nodeMemory>x</nodeMemory><nodeVcores>x</nodeVcores>
              <minimumAllocation>x</minimumAllocation><incrementAllocation>x</incrementAllocation>
              <maximumAllocation>x</maximumAllocation><maximumVcores>x</maximumVcores>
              <resourceCalculator>x</resourceCalculator>
              <minimumVcores>x</minimumVcores><scheduler>fifo</scheduler>
              <maximumAmShare>10%</maximumAmShare><queueShare>NaN</queueShare>
            </yarn>
            <kubernetes>
              <allocatableCores>x</allocatableCores><allocatableMemory>8</allocatableMemory>
              <daemonSetCores>-1</daemonSetCores><daemonSetMemory>x</daemonSetMemory>
            </kubernetes>
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
            "cluster/gpus",
            "cluster/disks",
            "cluster/nodeGroups/a/nodes",
            "cluster/nodeGroups/a/cores",
            "cluster/nodeGroups/a/memory",
            "cluster/nodeGroups/a/gpus",
            "cluster/nodeGroups/a/spot",
            "cluster/yarn/minimumVcores",
            "cluster/yarn/scheduler",
            "cluster/yarn/maximumAmShare",
            "cluster/yarn/queueShare",
            "cluster/kubernetes/allocatableCores",
            "cluster/kubernetes/allocatableMemory",
            "cluster/kubernetes/daemonSetCores",
            "cluster/kubernetes/daemonSetMemory",
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
            "cluster/manager: 'mesos' is unknown. Give one of local, standalone, yarn, kubernetes",
            "cluster/deployMode: 'Client' is unknown. Give one of client, cluster",
            "cluster/nodes: 'six' is no number of machines. Give a whole number, as in 6, or a"
                + " range, as in 2..40",
            "cluster/yarn/scheduler: 'fifo' is unknown. Give one of capacity, fair",
            "cluster/yarn/queueShare: 'NaN' is no decimal number. Give one, as in 0.5",
            "cluster/yarn/resourceCalculator: 'x' is unknown. Give one of default, dominant");
  }

  @Test
  void letsAnEnvironmentReplaceOneWayToSayHowManyMachinesThereAreByTheOther() {
    ClusterParameter nodes = cluster("<nodes>6</nodes><cores>16</cores>");
    ClusterParameter groups = cluster("<nodeGroups><big><nodes>3</nodes></big></nodeGroups>");

    assertThat(model(groups.over(nodes)).machines().nodes()).isEmpty();
    assertThat(model(groups.over(nodes)).nodeGroups()).containsOnlyKeys("big");
    assertThat(model(nodes.over(groups)).nodeGroups()).isEmpty();
    assertThat(model(nodes.over(groups)).machines().nodes()).isPresent();
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
