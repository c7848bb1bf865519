/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.tuning.WorkloadExample;
import org.junit.jupiter.api.Test;

class WorkloadParameterTest {
  private static final String EVERYTHING =
      """
      <language>python</language><executorsPerNode>4</executorsPerNode>
      <executorCores>6</executorCores><executorMemory>11600m</executorMemory>
      <memoryOverheadFactor>0.08</memoryOverheadFactor><offHeapMemory>2g</offHeapMemory>
      <pythonWorkerMemory>512m</pythonWorkerMemory>
      <pythonMemoryEnforced>true</pythonMemoryEnforced>
      <driverMemory>3g</driverMemory><driverCores>2</driverCores>
      <kind>streaming</kind><inputSize>2t</inputSize><dynamicAllocation>true</dynamicAllocation>
      <gpusPerExecutor>0</gpusPerExecutor><tasksPerGpu>4</tasksPerGpu>
      """;

  @Test
  void readsEveryText() {
    assertThat(model(workload(EVERYTHING)))
        .isEqualTo(
            WorkloadExample.python()
                .with("executorsPerNode", "4")
                .with("executorCores", "6")
                .with("executorMemory", "11600m")
                .with("memoryOverheadFactor", "0.08")
                .with("offHeapMemory", "2g")
                .with("pythonWorkerMemory", "512m")
                .with("pythonMemoryEnforced", "true")
                .with("driverMemory", "3g")
                .with("driverCores", "2")
                .with("kind", "streaming")
                .with("inputSize", "2t")
                .with("dynamicAllocation", "true")
                .with("gpusPerExecutor", "0")
                .with("tasksPerGpu", "4")
                .workload());
  }

  @Test
  void declaresNothingWhereNothingIsWritten() {
    assertThat(model(new WorkloadParameter())).isEqualTo(WorkloadExample.jvm().workload());
  }

  @Test
  void takesTheLanguageThatTheJobShows() {
    Problems problems = new Problems();

    assertThat(new WorkloadParameter().toModel(Language.PYTHON, problems).language())
        .isEqualTo(Language.PYTHON);
    assertThat(workload("<language>jvm</language>").toModel(Language.PYTHON, problems).language())
        .isEqualTo(Language.JVM);
  }

  @Test
  void inheritsAllThatItLeavesOut() {
    assertThat(model(new WorkloadParameter().over(workload(EVERYTHING))))
        .isEqualTo(model(workload(EVERYTHING)));
  }

  @Test
  void overridesAllThatItNames() {
    String others =
        """
        <language>jvm</language><executorsPerNode>5</executorsPerNode>
        <executorCores>7</executorCores><executorMemory>1g</executorMemory>
        <memoryOverheadFactor>0.2</memoryOverheadFactor><offHeapMemory>3g</offHeapMemory>
        <pythonWorkerMemory>513m</pythonWorkerMemory>
        <pythonMemoryEnforced>false</pythonMemoryEnforced>
        <driverMemory>4g</driverMemory><driverCores>3</driverCores>
        <kind>sql</kind><inputSize>3t</inputSize><dynamicAllocation>false</dynamicAllocation>
        <gpusPerExecutor>2</gpusPerExecutor><tasksPerGpu>5</tasksPerGpu>
        """;

    assertThat(model(workload(others).over(workload(EVERYTHING))))
        .isEqualTo(model(workload(others)));
  }

  @Test
  void standsAloneWhereNothingStandsOutside() {
    WorkloadParameter own = workload("<driverCores>3</driverCores>");

    assertThat(own.over(null)).isSameAs(own);
  }

  @Test
  void tellsOfEveryTextThatCannotBeReadAtOnce() {
    Problems problems = new Problems();
    workload(
            """
            <language>scala</language><executorsPerNode>0</executorsPerNode>
            <executorCores>x</executorCores><executorMemory>11600</executorMemory>
            <memoryOverheadFactor>x</memoryOverheadFactor><offHeapMemory>x</offHeapMemory>
            <pythonWorkerMemory>x</pythonWorkerMemory>
            <pythonMemoryEnforced>yes</pythonMemoryEnforced>
            <driverMemory>x</driverMemory><driverCores>-1</driverCores>
            <kind>graph</kind><inputSize>2</inputSize><dynamicAllocation>maybe</dynamicAllocation>
            <gpusPerExecutor>-1</gpusPerExecutor><tasksPerGpu>0</tasksPerGpu>
            """)
        .toModel(Language.JVM, problems);

    InputException thrown = catchThrowableOfType(InputException.class, problems::throwIfAny);

    assertThat(thrown.problems())
        .extracting(Problem::where)
        .containsExactlyInAnyOrder(
            "workload/language",
            "workload/executorsPerNode",
            "workload/executorCores",
            "workload/executorMemory",
            "workload/memoryOverheadFactor",
            "workload/offHeapMemory",
            "workload/pythonWorkerMemory",
            "workload/pythonMemoryEnforced",
            "workload/driverMemory",
            "workload/driverCores",
            "workload/kind",
            "workload/inputSize",
            "workload/dynamicAllocation",
            "workload/gpusPerExecutor",
            "workload/tasksPerGpu");
    assertThat(thrown.problems())
        .extracting(Problem::toString)
        .contains(
            "workload/language: 'scala' is unknown. Give one of jvm, python",
            "workload/executorsPerNode: 0 is less than 1. Give a whole number from 1 up",
            "workload/kind: 'graph' is unknown. Give one of batch, sql, ml, streaming",
            "workload/gpusPerExecutor: -1 is less than 0. Give a whole number from 0 up",
            "workload/driverCores: -1 is less than 1. Give a whole number from 1 up",
            "workload/pythonMemoryEnforced: 'yes' is neither true nor false. Give one of them");
  }

  private static WorkloadParameter workload(String children) {
    return PomElement.fill(new WorkloadParameter(), children);
  }

  private static Workload model(WorkloadParameter workload) {
    Problems problems = new Problems();
    Workload model = workload.toModel(Language.JVM, problems);
    problems.throwIfAny();
    return model;
  }
}
