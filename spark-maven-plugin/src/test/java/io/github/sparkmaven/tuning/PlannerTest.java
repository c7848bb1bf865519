/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.problem.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
  private static final ClusterExample TALK = ClusterExample.ofTheTalk();
  private static final ClusterExample DOMINANT = TALK.with("yarn/resourceCalculator", "dominant");
  private static final ClusterExample WORKERS = ClusterExample.of("standalone", 2, 8, "32g");

  @Test
  void bringsOutTheTalksFirstExample() {
    Tuning tuning = plan(TALK, WorkloadExample.ofTheTalk(6, "512m"));

    Layout layout = tuning.layout();
    assertThat(layout.size()).isEqualTo(new ExecutorSize(6, 11600, 928, 0, 3072, 0));
    assertThat(layout.executorsPerNode()).isEqualTo(4);
    assertThat(layout.requestedExecutors()).isEqualTo(24);
    assertThat(layout.containerMib()).isEqualTo(16384);
    assertThat(layout.grantedExecutors()).isEqualTo(18);
    assertThat(layout.coresPlaced()).isEqualTo(108);
    assertThat(layout.memoryPlacedMib()).isEqualTo(18 * 16384);
    assertThat(layout.arithmetic())
        .isEqualTo(
            "62464 MiB / 4 executors per node = 15616 MiB; less 6 Python workers x 512 = 3072"
                + " leaves 12544; / 1.08, rounded down = 11614, rounded down to whole 100 = 11600");
    assertThat(values(tuning))
        .isEqualTo(
            Map.of(
                "spark.master", "yarn",
                "spark.executor.instances", "24",
                "spark.executor.cores", "6",
                "spark.executor.memory", "11600m",
                "spark.executor.memoryOverhead", "4000m",
                "spark.driver.memory", "2048m",
                "spark.python.worker.memory", "512m"));
  }

  @Test
  void bringsOutTheTalksSecondExample() {
    Tuning tuning = plan(TALK, WorkloadExample.ofTheTalk(4, "1024m"));

    assertThat(tuning.layout().size()).isEqualTo(new ExecutorSize(4, 10600, 848, 0, 4096, 0));
    assertThat(tuning.layout().requestedExecutors()).isEqualTo(24);
    assertThat(tuning.layout().containerMib()).isEqualTo(16384);
    assertThat(tuning.layout().grantedExecutors()).isEqualTo(18);
    assertThat(values(tuning))
        .containsEntry("spark.executor.memory", "10600m")
        .containsEntry("spark.executor.memoryOverhead", "4944m")
        .containsEntry("spark.executor.instances", "24");
  }

  @ParameterizedTest
  @CsvSource({"6, 512m", "4, 1024m"})
  void placesTheTalksExamplesNearlyWithASmallerMinimumAllocation(int cores, String python) {
    Layout layout =
        plan(TALK.with("yarn/minimumAllocation", "256m"), WorkloadExample.ofTheTalk(cores, python))
            .layout();

    assertThat(layout.containerMib()).isEqualTo(15616);
    assertThat(layout.requestedExecutors()).isEqualTo(24);
    assertThat(layout.grantedExecutors()).isEqualTo(23);
  }

  @Test
  void placesAtLeast87CoresUnderTheDominantCalculator() {
    Layout layout = plan(DOMINANT, WorkloadExample.jvm()).layout();

    assertThat(layout.coresPlaced()).isGreaterThanOrEqualTo(87);
    assertThat(layout.coresOffered()).isEqualTo(90);
    assertThat(layout.size().heapMibPerCore()).isGreaterThanOrEqualTo(2048);
    assertThat(layout.size().cores()).isGreaterThanOrEqualTo(3);
    assertThat(layout.requestedExecutors()).isEqualTo(layout.grantedExecutors());
  }

  @Test
  void placesAllCoresOfOneStandaloneNode() {
    Layout layout =
        plan(ClusterExample.of("standalone", 1, 8, "32g"), WorkloadExample.jvm()).layout();

    assertThat(layout.coresPlaced()).isEqualTo(8);
    assertThat(layout.size().heapMibPerCore()).isGreaterThanOrEqualTo(2048);
    assertThat(layout.size().cores()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void obeysAPinnedNumberOfExecutorsPerNode() {
    Layout layout = plan(TALK, WorkloadExample.jvm().with("executorsPerNode", "2")).layout();

    assertThat(layout.executorsPerNode()).isEqualTo(2);
    assertThat(layout.requestedExecutors()).isEqualTo(12);
    assertThat(layout.size().cores()).isLessThanOrEqualTo(7);
  }

  @Test
  void usesEveryCoreOfANodeUnderAPinnedNumberOfExecutors() {
    Layout layout = plan(TALK, WorkloadExample.jvm().with("executorsPerNode", "5")).layout();

    assertThat(layout.size().cores()).isEqualTo(3);
  }

  @Test
  void obeysPinnedCores() {
    Tuning tuning = plan(TALK, WorkloadExample.jvm().with("executorCores", "2"));

    assertThat(tuning.layout().size().cores()).isEqualTo(2);
    assertThat(tuning.layout().executorsPerNode()).isEqualTo(7);
    assertThat(reason(tuning, "spark.executor.cores")).isEqualTo("pinned");
  }

  @Test
  void obeysAPinnedHeap() {
    Tuning tuning = plan(TALK, WorkloadExample.jvm().with("executorMemory", "10001m"));

    assertThat(tuning.layout().size().heapMib()).isEqualTo(10001);
    assertThat(tuning.layout().arithmetic()).isEqualTo("pinned");
    assertThat(values(tuning)).containsEntry("spark.executor.memory", "10001m");
    assertThat(reason(tuning, "spark.executor.memory")).isEqualTo("pinned");
  }

  @Test
  void obeysAPinnedNumberOfExecutors() {
    Tuning tuning = plan(TALK, WorkloadExample.jvm().with("executorInstances", "4"));

    assertThat(tuning.layout().requestedExecutors()).isEqualTo(4);
    assertThat(tuning.layout().grantedExecutors()).isEqualTo(4);
    assertThat(reason(tuning, "spark.executor.instances")).isEqualTo("pinned");
  }

  @Test
  void obeysEveryPinTogether() {
    Tuning tuning =
        plan(
            TALK.with("deployMode", "cluster"),
            WorkloadExample.python()
                .with("executorsPerNode", "3")
                .with("executorInstances", "17")
                .with("executorCores", "2")
                .with("executorMemory", "7g")
                .with("memoryOverhead", "3g")
                .with("offHeapMemory", "1g")
                .with("pythonWorkerMemory", "256m")
                .with("driverMemory", "2g")
                .with("driverCores", "2"));

    assertThat(tuning.layout().size()).isEqualTo(new ExecutorSize(2, 7168, 2560, 1024, 512, 0));
    assertThat(values(tuning))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("spark.master", "yarn"),
                Map.entry("spark.submit.deployMode", "cluster"),
                Map.entry("spark.executor.instances", "17"),
                Map.entry("spark.executor.cores", "2"),
                Map.entry("spark.executor.memory", "7168m"),
                Map.entry("spark.executor.memoryOverhead", "3072m"),
                Map.entry("spark.python.worker.memory", "256m"),
                Map.entry("spark.memory.offHeap.enabled", "true"),
                Map.entry("spark.memory.offHeap.size", "1024m"),
                Map.entry("spark.driver.memory", "2048m"),
                Map.entry("spark.driver.cores", "2")));
    assertThat(reason(tuning, "spark.executor.memoryOverhead")).isEqualTo("pinned");
  }

  @Test
  void reservesPythonMemoryInTheOverheadUnlessEnforced() {
    Tuning enforced =
        plan(TALK, WorkloadExample.ofTheTalk(6, "512m").with("pythonMemoryEnforced", "true"));

    assertThat(enforced.layout().size()).isEqualTo(new ExecutorSize(6, 11600, 928, 0, 3072, 0));
    assertThat(values(enforced))
        .containsEntry("spark.executor.memoryOverhead", "928m")
        .containsEntry("spark.executor.pyspark.memory", "3072m");
    assertThat(reason(enforced, "spark.executor.pyspark.memory"))
        .isEqualTo("6 Python workers x 512 = 3072; enforced as pythonMemoryEnforced asks");
  }

  @Test
  void leavesTheOverheadToSparkWhereItsDefaultHolds() {
    assertThat(values(plan(TALK, WorkloadExample.jvm())))
        .doesNotContainKey("spark.executor.memoryOverhead")
        .containsEntry("spark.driver.memory", "2048m");
  }

  @Test
  void explainsTheOverheadWithItsNumbers() {
    Tuning tuning = plan(TALK, WorkloadExample.ofTheTalk(6, "512m"));

    assertThat(reason(tuning, "spark.executor.memoryOverhead"))
        .isEqualTo(
            "max(floor(0.08 x 11600), 384) = 928; 6 Python workers x 512 = 3072; 928 + 3072 = 4000");
  }

  @Test
  void explainsWhatTheApplicationMasterDisplaces() {
    Tuning tuning = plan(DOMINANT, WorkloadExample.jvm().with("executorCores", "3"));

    assertThat(tuning.layout().requestedExecutors()).isEqualTo(29);
    assertThat(reason(tuning, "spark.executor.instances"))
        .isEqualTo(
            "6 nodes x 5 executors per node = 30 - 1 whose place the application master takes = 29");
  }

  @Test
  void limitsAStandaloneApplicationByItsCores() {
    Tuning tuning =
        plan(
            WORKERS.with("master", "spark://m:7077"),
            WorkloadExample.jvm().with("executorCores", "4"));

    assertThat(values(tuning))
        .containsEntry("spark.master", "spark://m:7077")
        .containsEntry("spark.cores.max", "16")
        .doesNotContainKey("spark.executor.instances");
    assertThat(reason(tuning, "spark.cores.max"))
        .isEqualTo(
            "2 nodes x 2 executors per node = 4; 4 executors x 4 cores = 16; a standalone master counts"
                + " cores, not executors");
  }

  @Test
  void plansOneJvmInLocalMode() {
    Tuning tuning = plan(ClusterExample.nothing(), WorkloadExample.jvm());

    assertThat(tuning.layout().size()).isEqualTo(new ExecutorSize(8, 14800, 1480, 0, 0, 0));
    assertThat(tuning.layout().coresPlaced()).isEqualTo(8);
    assertThat(tuning.alternatives()).isEmpty();
    assertThat(tuning.warnings()).isEmpty();
    assertThat(tuning.layout().arithmetic())
        .isEqualTo(
            "16384 MiB for the one JVM of local mode; / 1.10, rounded down = 14894, rounded down to whole 100 ="
                + " 14800");
    assertThat(values(tuning))
        .isEqualTo(Map.of("spark.master", "local[8]", "spark.driver.memory", "14800m"));
  }

  @Test
  void obeysTheDriversPinInLocalModeAndLeavesThoseOfExecutorsToClusters() {
    Tuning tuning =
        plan(
            ClusterExample.nothing(),
            WorkloadExample.jvm().with("driverMemory", "2g").with("executorMemory", "60g"));

    assertThat(tuning.layout().arithmetic()).isEqualTo("pinned");
    assertThat(values(tuning))
        .isEqualTo(Map.of("spark.master", "local[8]", "spark.driver.memory", "2048m"));
  }

  @Test
  void listsTheBestLayoutOfOtherExecutorSizesWithWhatTheyLack() {
    Tuning tuning = plan(DOMINANT, WorkloadExample.jvm());

    assertThat(tuning.layout().size().cores()).isEqualTo(3);
    assertThat(tuning.alternatives())
        .extracting(other -> other.layout().size().cores() + ": " + other.reason())
        .containsExactly(
            "5: 85 cores placed, against 87",
            "7: 84 cores placed, against 87",
            "14: 84 cores placed, against 87");
  }

  @Test
  void saysThatPinsExcludeABetterLayout() {
    Tuning tuning = plan(DOMINANT, WorkloadExample.jvm().with("executorCores", "4"));

    assertThat(tuning.alternatives().get(0).reason())
        .isEqualTo(
            "the pins exclude it; without them it would win: 72 cores placed, against 87 (chosen"
                + " against this)");
  }

  @Test
  void rejectsPinsThatDoNotFit() {
    assertNothingFits(
        TALK,
        WorkloadExample.jvm()
            .with("executorsPerNode", "4")
            .with("executorCores", "3")
            .with("executorMemory", "20g"),
        "workload: no executor fits with executorsPerNode 4, executorCores 3, executorMemory 20g: a"
            + " node offers 15 cores and 62464 MiB, the largest container 62464 MiB and 15 vcores."
            + " Give at most executorMemory 14100m, or executorsPerNode 2; without the pins 3 executors"
            + " per node of 5 cores and 18600m would fit");
  }

  @Test
  void rejectsMoreCoresThanAWorkerHas() {
    assertNothingFits(
        WORKERS,
        WorkloadExample.jvm().with("executorCores", "9"),
        "workload: no executor fits with executorCores 9: a node offers 8 cores and 31744 MiB."
            + " Give at most executorCores 8; without the pins 2 executors per node of 4 cores and"
            + " 14400m would fit");
  }

  @Test
  void rejectsClusterThatIsTooSmallForAnyExecutor() {
    assertNothingFits(
        ClusterExample.of("yarn", 2, 2, "2g"),
        WorkloadExample.python().with("offHeapMemory", "2g").with("pythonWorkerMemory", "256m"),
        "workload: no executor fits with offHeapMemory 2g, pythonWorkerMemory 256m: a node offers 1"
            + " cores and 1024 MiB, the largest container 1024 MiB and 1 vcores. An executor needs"
            + " at least 3188 MiB: declare larger nodes, or reserve less");
    assertNothingFits(
        ClusterExample.of("standalone", 1, 1, "1800m"),
        WorkloadExample.jvm(),
        "workload: no executor fits: a node offers 1 cores and 776 MiB. An executor needs at least"
            + " 884 MiB: declare larger nodes, or reserve less");
  }

  @Test
  void rejectsMachineThatIsTooSmallForLocalMode() {
    assertNothingFits(
        ClusterExample.nothing().with("memory", "1g"),
        WorkloadExample.jvm().with("memoryOverhead", "400m"),
        "workload: no executor fits with spark.executor.memoryOverhead 400m: a node offers 8 cores and 512 MiB. An"
            + " executor needs at least 900 MiB: declare larger nodes, or reserve less");
  }

  @Test
  void rejectsDriverThatNoNodeHolds() {
    assertNothingFits(
        TALK.with("deployMode", "cluster"),
        WorkloadExample.jvm().with("driverMemory", "80g").with("driverCores", "2"),
        "workload/driverMemory: the driver needs 90112 MiB and 2 core(s) of one node, and does not"
            + " fit: a node offers 15 cores and 62464 MiB, the largest container 62464 MiB and 15"
            + " vcores. Give driverMemory and driverCores that fit, or declare larger nodes");
    assertNothingFits(
        TALK.with("yarn/nodeMemory", "800m").with("yarn/minimumAllocation", "128m"),
        WorkloadExample.jvm(),
        "cluster/memory: the application master needs 896 MiB and 1 core(s) of one node, and does"
            + " not fit: a node offers 15 cores and 800 MiB, the largest container 800 MiB and 15"
            + " vcores. Declare larger nodes, or reserve less");
  }

  @Test
  void grantsByTheHeapAloneOnStandalone() {
    Tuning tuning =
        plan(
            WORKERS,
            WorkloadExample.jvm()
                .with("executorMemory", "10g")
                .with("executorCores", "2")
                .with("executorInstances", "6"));

    assertThat(tuning.layout().requestedExecutors()).isEqualTo(6);
    assertThat(tuning.layout().grantedExecutors()).isEqualTo(6);
    assertThat(values(tuning)).containsEntry("spark.cores.max", "12");
    assertThat(reason(tuning, "spark.cores.max"))
        .isEqualTo(
            "the executors' number is pinned; 6 executors x 2 cores = 12; a standalone master"
                + " counts cores, not executors");
  }

  @Test
  void obeysAPinnedNumberOfCoresInAll() {
    Tuning tuning =
        plan(WORKERS, WorkloadExample.jvm().with("coresMax", "9").with("executorCores", "2"));

    assertThat(tuning.layout().requestedExecutors()).isEqualTo(4);
    assertThat(tuning.layout().grantedExecutors()).isEqualTo(4);
    assertThat(values(tuning)).doesNotContainKey("spark.cores.max");
  }

  @Test
  void fillsMixedMachines() {
    Tuning tuning =
        plan(
            ClusterExample.ofManager("standalone")
                .withGroup("big", "2", 16, "65g")
                .withGroup("small", "3", 8, "33g"),
            WorkloadExample.jvm().with("executorCores", "4"));

    assertThat(tuning.layout().groups())
        .extracting(places -> places.group().name() + " " + places.executorsPerNode())
        .containsExactly("big 4", "small 2");
    assertThat(tuning.layout().grantedExecutors()).isEqualTo(14);
    assertThat(tuning.layout().coresPlaced()).isEqualTo(56);
    assertThat(tuning.layout().arithmetic())
        .isEqualTo(
            "65536 MiB of big / 4 executors per node = 16384 MiB; / 1.10, rounded down = 14894, rounded down to"
                + " whole 100 = 14800");
    assertThat(reason(tuning, "spark.cores.max"))
        .isEqualTo(
            "2 nodes of big x 4 executors per node + 3 nodes of small x 2 executors per node = 14;"
                + " 14 executors x 4 cores = 56; a standalone master counts cores, not executors");
  }

  @Test
  void leavesTheNumberToDynamicAllocation() {
    ClusterExample scaling = DOMINANT.with("nodes", "2..6");

    assertThat(values(plan(scaling, WorkloadExample.jvm())))
        .doesNotContainKey("spark.executor.instances");
    assertThat(values(plan(DOMINANT, WorkloadExample.jvm().with("dynamicAllocation", "true"))))
        .doesNotContainKey("spark.executor.instances");
    assertThat(values(plan(scaling, WorkloadExample.jvm().with("dynamicAllocation", "false"))))
        .containsEntry("spark.executor.instances", "29");
    Layout layout = plan(scaling, WorkloadExample.jvm()).layout();
    assertThat(layout.grantedExecutors()).isEqualTo(29);
    assertThat(layout.leastExecutors()).isEqualTo(9);
  }

  @Test
  void givesEachExecutorAGpuWhereEveryNodeHasSome() {
    ClusterExample gpus = DOMINANT.with("gpus", "2");

    Layout layout = plan(gpus, WorkloadExample.jvm()).layout();
    assertThat(layout.size().gpus()).isEqualTo(1);
    assertThat(layout.grantedExecutors()).isLessThanOrEqualTo(12);
    assertThat(
            plan(gpus, WorkloadExample.jvm().with("gpusPerExecutor", "0")).layout().size().gpus())
        .isZero();
  }

  @Test
  void plansPods() {
    Tuning tuning =
        plan(
            ClusterExample.of("kubernetes", 6, 16, "64g")
                .with("master", "k8s://https://host:6443")
                .with("deployMode", "cluster")
                .with("kubernetes/namespace", "etl")
                .with("kubernetes/image", "acme/spark")
                .with("kubernetes/serviceAccount", "spark")
                .with("kubernetes/uploadPath", "s3a://b/p"),
            WorkloadExample.jvm());

    assertThat(values(tuning))
        .containsEntry("spark.master", "k8s://https://host:6443")
        .containsEntry("spark.submit.deployMode", "cluster")
        .containsEntry("spark.kubernetes.namespace", "etl")
        .containsEntry("spark.kubernetes.container.image", "acme/spark")
        .containsEntry("spark.kubernetes.authenticate.driver.serviceAccountName", "spark")
        .containsEntry("spark.kubernetes.file.upload.path", "s3a://b/p")
        .containsEntry("spark.executor.instances", "" + tuning.layout().grantedExecutors());
    assertThat(tuning.layout().coresPlaced()).isGreaterThanOrEqualTo(84);
  }

  @Test
  void namesTheQueue() {
    assertThat(values(plan(TALK.with("yarn/queue", "root.etl"), WorkloadExample.jvm())))
        .containsEntry("spark.yarn.queue", "root.etl");
  }

  @Test
  void rejectsARangeAtWhoseLowerEndNothingFits() {
    assertNothingFits(
        ClusterExample.ofManager("yarn")
            .withGroup("big", "0..2", 16, "64g")
            .withGroup("small", "1", 2, "3g"),
        WorkloadExample.jvm().with("executorMemory", "20g").with("executorCores", "4"),
        "cluster/nodeGroups: at the lower end of the range, 0 of big, 1 of small, not one executor of"
            + " 4 cores and 20480m finds a place beside the application master. Begin the range with"
            + " more machines");
  }

  private static void assertNothingFits(
      ClusterExample cluster, WorkloadExample workload, String message) {
    assertThatThrownBy(() -> plan(cluster, workload))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }

  private static Tuning plan(ClusterExample cluster, WorkloadExample workload) {
    return new Planner(cluster.complete(), workload.workload()).plan();
  }

  private static Map<String, String> values(Tuning tuning) {
    Map<String, String> values = new LinkedHashMap<>();
    tuning.settings().forEach(setting -> values.put(setting.key(), setting.value()));
    return values;
  }

  private static String reason(Tuning tuning, String key) {
    return tuning.settings().stream()
        .filter(setting -> setting.key().equals(key))
        .map(Setting::reason)
        .findFirst()
        .orElseThrow();
  }
}
