/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.tuning.ExecutorSize;
import io.github.sparkmaven.tuning.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanningTest {
  private static final String WHOLE = "Give a whole number from 1 up";

  @Test
  void takesAKeyAsAPinAndKeepsItsLayer() {
    Plan plan =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.JOB, "spark.executor.cores", "4")
            .with(Layer.COMMAND_LINE, "spark.executor.memory", "10g")
            .plan();

    assertThat(plan.tuning().layout().size()).isEqualTo(new ExecutorSize(4, 10240, 1024, 0, 0));
    assertThat(plan.conf().find("spark.executor.memory"))
        .contains(
            new Setting(
                "spark.executor.memory", "10g", Layer.COMMAND_LINE, "set in command-line", ""));
    assertThat(plan.conf().find("spark.executor.cores")).map(Setting::layer).contains(Layer.JOB);
    assertThat(plan.conf().find("spark.executor.instances"))
        .map(Setting::layer)
        .contains(Layer.PLAN);
  }

  @Test
  void letsAKeyOverrideTheWorkloadsOwnElement() {
    Plan plan = PlanExample.ofTheTalk().with(Layer.PLUGIN, "spark.executor.cores", "3").plan();

    assertThat(plan.workload().executorCores()).hasValue(3);
    assertThat(plan.tuning().layout().size().cores()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Layer.class,
      names = {"PLAN", "SITE"},
      mode = EnumSource.Mode.EXCLUDE)
  void takesPinsFromEveryLayerAboveThePlan(Layer layer) {
    Plan plan =
        PlanExample.on(ClusterExample.ofTheTalk()).with(layer, "spark.executor.cores", "2").plan();

    assertThat(plan.tuning().layout().size().cores()).isEqualTo(2);
  }

  @Test
  void overridesTheSitesExecutors() {
    Plan free = PlanExample.on(ClusterExample.ofTheTalk()).plan();
    Plan plan =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.SITE, "spark.executor.cores", "1")
            .with(Layer.SITE, "spark.executor.memory", "1g")
            .with(Layer.SITE, "spark.executor.instances", "2")
            .plan();

    assertThat(plan.tuning()).isEqualTo(free.tuning());
    assertThat(plan.conf().find("spark.executor.memory")).map(Setting::layer).contains(Layer.PLAN);
  }

  @Test
  void reckonsWithTheSitesValuesThatThePlanDoesNotOverride() {
    Plan plan =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.SITE, "spark.executor.memoryOverheadFactor", "0.2")
            .with(Layer.SITE, "spark.memory.offHeap.enabled", "TRUE")
            .with(Layer.SITE, "spark.memory.offHeap.size", "1073741824")
            .with(Layer.SITE, "spark.driver.memory", "4g")
            .plan();

    ExecutorSize size = plan.tuning().layout().size();
    assertThat(size.offHeapMib()).isEqualTo(1024);
    assertThat(size.overheadMib()).isEqualTo(size.heapMib() / 5);
    assertThat(plan.tuning().layout().driver().heapMib()).isEqualTo(4096);
  }

  @ParameterizedTest
  @CsvSource({
    "spark.executor.memory, 2048, executorMemory, 2g",
    "spark.executor.memory, 3g, executorMemory, 3g",
    "spark.executor.memoryOverhead, 1024, memoryOverhead, 1g",
    "spark.driver.memory, 512, driverMemory, 512m"
  })
  void readsANumberWithoutUnitAsSparkDoes(String key, String value, String name, String size) {
    Workload workload =
        PlanExample.on(ClusterExample.ofTheTalk()).with(Layer.JOB, key, value).plan().workload();

    assertThat(
            switch (name) {
              case "executorMemory" -> workload.executorMemory();
              case "memoryOverhead" -> workload.memoryOverhead();
              default -> workload.driverMemory();
            })
        .map(Object::toString)
        .contains(size);
  }

  @Test
  void ignoresOffHeapMemoryThatIsNotEnabled() {
    Plan plan =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.JOB, "spark.memory.offHeap.size", "lots")
            .plan();

    assertThat(plan.workload().offHeapMemory()).isEmpty();
  }

  @Test
  void tellsOfBadPinsAndOfTheClusterInOneException() {
    PlanExample example =
        PlanExample.on(ClusterExample.of("yarn", 0, 16, "64g"))
            .with(Layer.JOB, "spark.executor.cores", "0")
            .with(Layer.JOB, "spark.executor.instances", "many")
            .with(Layer.COMMAND_LINE, "spark.executor.memory", "lots")
            .with(Layer.PLUGIN, "spark.executor.memoryOverheadFactor", "8%")
            .with(Layer.PLUGIN, "spark.driver.cores", "-1");

    assertThatThrownBy(example::plan)
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.problems())
                    .map(Object::toString)
                    .containsExactly(
                        "spark.executor.instances: 'many' is no number of at least 1. " + WHOLE,
                        "spark.executor.cores: '0' is no number of at least 1. " + WHOLE,
                        "spark.executor.memory: 'lots' is no memory size. Give a whole number with"
                            + " a unit, b, k, m, g, t or p (powers of 1024), as in 61g or 11600m",
                        "spark.executor.memoryOverheadFactor: '8%' is no overhead factor. Give a"
                            + " number above 0 and below 10 with at most six decimals, as in 0.10",
                        "spark.driver.cores: '-1' is no number of at least 1. " + WHOLE,
                        "cluster/nodes: 0 is less than 1. " + WHOLE));
  }

  @Test
  void plansTheSameTwice() {
    assertThat(PlanExample.ofTheTalk().plan()).isEqualTo(PlanExample.ofTheTalk().plan());
  }
}
