/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.tuning.ExecutorSize;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.tuning.WorkloadExample;
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

    assertThat(plan.tuning().layout().size()).isEqualTo(new ExecutorSize(4, 10240, 1024, 0, 0, 0));
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
  void keepsTheSitesJvmFlagsBehindThePlans() {
    String key = "spark.driver.defaultJavaOptions";
    Setting alone =
        PlanExample.on(ClusterExample.ofTheTalk()).plan().conf().find(key).orElseThrow();

    Setting joined =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.SITE, key, "-Dsite=1")
            .plan()
            .conf()
            .find(key)
            .orElseThrow();

    assertThat(joined)
        .isEqualTo(
            new Setting(
                key,
                alone.value() + " -Dsite=1",
                Layer.PLAN,
                alone.reason() + "; the site's own flags follow, and hold where both say something",
                alone.source()));
    assertThat(
            PlanExample.on(ClusterExample.ofTheTalk())
                .with(Layer.SITE, key, "-Dsite=1")
                .with(Layer.JOB, key, "-Djob=1")
                .plan()
                .conf()
                .find(key))
        .map(Setting::value)
        .contains("-Djob=1");
  }

  @ParameterizedTest
  @CsvSource({
    "spark.executor.extraJavaOptions, -ea -XX:+UseZGC -Da=b, false",
    "spark.executor.extraJavaOptions, -XX:+UseG1GC, false",
    "spark.executorEnv.JAVA_TOOL_OPTIONS, -XX:+UseSerialGC, false",
    "spark.executorEnv.JDK_JAVA_OPTIONS, -XX:+UseShenandoahGC, false",
    "spark.executor.extraJavaOptions, -XX:+UseStringDeduplication, true",
    "spark.driver.extraJavaOptions, -XX:+UseZGC, true"
  })
  void namesNoCollectorForExecutorsThatAreGivenOne(String key, String value, boolean named) {
    Setting flags =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.SITE, key, value)
            .plan()
            .conf()
            .find("spark.executor.defaultJavaOptions")
            .orElseThrow();

    assertThat(flags.value().contains("-XX:+UseParallelGC")).isEqualTo(named);
  }

  @Test
  void letsAKeyOverrideTheWorkloadsOwnElement() {
    Plan plan = PlanExample.ofTheTalk().with(Layer.PLUGIN, "spark.executor.cores", "3").plan();

    assertThat(plan.workload().layout().executorCores()).hasValue(3);
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
              case "executorMemory" -> workload.layout().executorMemory();
              case "memoryOverhead" -> workload.memory().overhead();
              default -> workload.driver().memory();
            })
        .map(Object::toString)
        .contains(size);
  }

  @Test
  void countsThePlaceOfALargeApplicationMaster() {
    Plan plan =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.JOB, "spark.yarn.am.memory", "8g")
            .plan();

    // 8192 + floor(0.10 x 8192) = 9011, in whole 1024.
    assertThat(plan.tuning().layout().driver().onCluster().memoryMib()).isEqualTo(9216);
  }

  @ParameterizedTest
  @CsvSource({
    "spark.yarn.am.cores, 3",
    "spark.yarn.am.memoryOverhead, 3g",
    "spark.driver.memoryOverhead, 3g",
    "spark.driver.memoryOverheadFactor, 0.3"
  })
  void knowsTheKeysThatShapeContainers(String key, String value) {
    Workload workload =
        PlanExample.on(ClusterExample.ofTheTalk()).with(Layer.PLUGIN, key, value).plan().workload();

    assertThat(
            switch (key) {
              case "spark.yarn.am.cores" -> "" + workload.driver().master().cores().orElseThrow();
              case "spark.yarn.am.memoryOverhead" ->
                  workload.driver().master().overhead().orElseThrow().toString();
              case "spark.driver.memoryOverhead" ->
                  workload.driver().overhead().orElseThrow().toString();
              default -> workload.driver().overheadFactor().orElseThrow().toString();
            })
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"3.5.5, 384", "4.0.0, 1024"})
  void knowsTheLeastOverheadFromSpark4On(String spark, long overheadMib) {
    PlanRequest request =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.SITE, "spark.executor.minMemoryOverhead", "1g")
            .with(Layer.JOB, "spark.executor.memory", "3g")
            .request();

    assertThat(Planning.plan(under(spark, request)).tuning().layout().size().overheadMib())
        .isEqualTo(overheadMib);
  }

  @Test
  void reservesPysparkMemoryOfASparkKeyInItsOwnKey() {
    Plan plan =
        PlanExample.ofTheTalk().with(Layer.JOB, "spark.executor.pyspark.memory", "2g").plan();

    assertThat(plan.tuning().layout().size())
        .isEqualTo(new ExecutorSize(6, 12_500, 1000, 0, 2048, 0));
    assertThat(plan.conf().find("spark.executor.pyspark.memory"))
        .map(Setting::layer)
        .contains(Layer.JOB);
    assertThat(plan.tuning().layout().arithmetic())
        .isEqualTo(
            "62464 MiB / 4 executors per node = 15616 MiB; less 2048 of"
                + " spark.executor.pyspark.memory leaves 13568; / 1.08, rounded down = 12562, rounded down to"
                + " whole 100 = 12500");
  }

  @Test
  void takesTheLargestNumberOfDynamicAllocationAsTheNumber() {
    PlanExample dynamic =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.JOB, "spark.dynamicAllocation.enabled", "true");
    Plan plan = dynamic.with(Layer.JOB, "spark.dynamicAllocation.maxExecutors", "5").plan();

    assertThat(plan.tuning().layout().requestedExecutors()).isEqualTo(5);
    assertThat(plan.conf().find("spark.executor.instances")).isEmpty();
    assertThat(
            dynamic
                .with(Layer.JOB, "spark.dynamicAllocation.enabled", "false")
                .plan()
                .conf()
                .find("spark.executor.instances"))
        .isPresent();
  }

  @Test
  void takesGpusOfASparkKeyAsAPin() {
    Plan plan =
        PlanExample.on(
                ClusterExample.ofTheTalk()
                    .with("gpus", "4")
                    .with("yarn/resourceCalculator", "dominant"))
            .with(Layer.JOB, "spark.executor.resource.gpu.amount", "2")
            .plan();

    assertThat(plan.tuning().layout().size().gpus()).isEqualTo(2);
    assertThat(plan.tuning().layout().grantedExecutors()).isLessThanOrEqualTo(12);
  }

  @Test
  void limitsAStandaloneApplicationByItsPinnedCores() {
    Plan plan =
        PlanExample.on(ClusterExample.of("standalone", 2, 8, "32g"))
            .with(Layer.JOB, "spark.cores.max", "9")
            .with(Layer.JOB, "spark.executor.cores", "2")
            .plan();

    assertThat(plan.tuning().layout().requestedExecutors()).isEqualTo(4);
    assertThat(plan.conf().find("spark.cores.max")).map(Setting::layer).contains(Layer.JOB);
  }

  @Test
  void passesOverKeysThatSparkDoesNotLookAtHere() {
    Plan plan =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.JOB, "spark.cores.max", "30")
            .with(Layer.JOB, "spark.executor.pyspark.memory", "3g")
            .with(Layer.JOB, "spark.dynamicAllocation.maxExecutors", "2")
            .plan();

    assertThat(plan.workload().layout()).isEqualTo(WorkloadExample.jvm().workload().layout());
    assertThat(plan.workload().memory()).isEqualTo(WorkloadExample.jvm().workload().memory());
    assertThat(plan.tuning().layout().requestedExecutors()).isGreaterThan(10);
  }

  @Test
  void ignoresOffHeapMemoryThatIsNotEnabled() {
    Plan plan =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.JOB, "spark.memory.offHeap.size", "lots")
            .plan();

    assertThat(plan.workload().memory().offHeap()).isEmpty();
  }

  @Test
  void tellsOfBadPinsAndOfTheClusterInOneException() {
    PlanExample example =
        PlanExample.on(ClusterExample.of("yarn", 6, 0, "64g"))
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
                        "cluster/cores: 0 is less than 1. " + WHOLE));
  }

  private static PlanRequest under(String spark, PlanRequest request) {
    return new PlanRequest(
        new SparkVersion(spark, "2.13"),
        request.javaVersion(),
        request.environment(),
        request.job(),
        request.cluster(),
        request.workload(),
        request.conf(),
        request.keys(),
        request.machine(),
        request.folder(),
        request.notes());
  }

  @Test
  void plansTheSameTwice() {
    assertThat(PlanExample.ofTheTalk().plan()).isEqualTo(PlanExample.ofTheTalk().plan());
  }
}
