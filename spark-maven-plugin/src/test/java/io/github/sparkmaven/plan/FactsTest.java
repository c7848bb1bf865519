/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadExample;
import io.github.sparkmaven.tuning.WorkloadKind;
import io.github.sparkmaven.tuning.rule.RuleFacts;
import io.github.sparkmaven.unit.MemorySize;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

  @Test
  void takesWhatIsDeclaredAndWhatIsPlanned() {
    RuleFacts facts =
        facts(
            PlanExample.ofTheTalk().cluster().with("disks", "/data1,/data2"),
            WorkloadExample.ofTheTalk(6, "512m")
                .with("kind", "ml")
                .with("inputSize", "2g")
                .with("driverMemory", "3g"));

    assertThat(facts.spark().version()).isEqualTo("3.5.5");
    assertThat(facts.javaVersion()).isEqualTo(17);
    assertThat(facts.manager()).isEqualTo(Manager.YARN);
    assertThat(facts.language()).isEqualTo(Language.PYTHON);
    assertThat(facts.kind()).isEqualTo(WorkloadKind.ML);
    assertThat(facts.inputSize()).contains(MemorySize.ofMebibytes(2048));
    // What is granted counts, not the 24 that are asked for.
    assertThat(facts.executors())
        .isEqualTo(new RuleFacts.Executors(18, 18, 6, 11_600, 0, OptionalInt.empty()));
    // A JVM sees the machine's 16 processors, not the 15 vcores that YARN hands out.
    assertThat(facts.machines())
        .isEqualTo(new RuleFacts.Machines(6, 16, false, List.of("/data1", "/data2")));
    assertThat(facts.driverHeapMib()).isEqualTo(3072);
    assertThat(facts.elastic()).isFalse();
    assertThat(facts.externalShuffle()).isFalse();
  }

  @Test
  void seesTheLeastOfARangeAndSpotNodes() {
    RuleFacts facts =
        facts(
            ClusterExample.ofManager("standalone")
                .withGroup("big", "1..3", 32, "128g")
                .withGroup("small", "2", 8, "32g")
                .with("nodeGroups/small/spot", "true"),
            WorkloadExample.jvm());

    assertThat(facts.executors().least()).isPositive().isLessThan(facts.executors().count());
    assertThat(facts.machines()).isEqualTo(new RuleFacts.Machines(5, 32, true, List.of()));
    assertThat(facts.elastic()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // cores, GPUs an executor, tasks of a GPU as pinned, tasks of a GPU
    "8, 1, , 8",
    "7, 2, , 4",
    "8, 2, 3, 3"
  })
  void sharesAGpuAmongAsManyTasksAsKeepTheCoresBusy(
      String cores, String gpus, String pinned, int tasks) {
    WorkloadExample workload =
        WorkloadExample.jvm().with("executorCores", cores).with("gpusPerExecutor", gpus);
    RuleFacts facts =
        facts(
            ClusterExample.of("standalone", 2, 16, "64g").with("gpus", "4"),
            pinned == null ? workload : workload.with("tasksPerGpu", pinned));

    assertThat(facts.executors().gpus()).isEqualTo(Integer.parseInt(gpus));
    assertThat(facts.executors().tasksPerGpu()).isEqualTo(tasks);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "' TRUE ', true", "false, false"})
  void believesTheSiteThatTheShuffleServiceRuns(String value, boolean served) {
    PlanExample example =
        PlanExample.ofTheTalk().with(Layer.SITE, "spark.shuffle.service.enabled", value);

    assertThat(facts(example).externalShuffle()).isEqualTo(served);
  }

  private static RuleFacts facts(ClusterExample cluster, WorkloadExample workload) {
    return facts(
        new PlanExample(cluster, workload, LayeredConf.empty(), Path.of("/build/plans/prod")));
  }

  private static RuleFacts facts(PlanExample example) {
    Plan plan = example.plan();
    return new Facts(example.request(), plan.cluster(), plan.workload()).of(plan.tuning().layout());
  }
}
