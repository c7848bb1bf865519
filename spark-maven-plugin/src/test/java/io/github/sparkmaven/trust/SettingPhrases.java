/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The phrases in which figures stand in the reasons of settings beside the executor's memory, with
 * what each figure must be. A number that is written out is a constant of Spark's or of the rule,
 * whose source docs/settings.md names.
 */
final class SettingPhrases {
  /** Keys whose reason names the value without a sum behind it, and why. */
  static final Map<String, String> NAMED =
      Map.of(
          "spark.dynamicAllocation.maxExecutors",
              "the layout's number, which LayoutCheck recomputes",
          "spark.dynamicAllocation.minExecutors", "the same at the lower end of the ranges",
          "spark.task.resource.gpu.amount", "a further sum says how many tasks that makes");

  private static final List<Phrase> VERSIONS =
      Stream.of(
              "Spark 3.3 to 4.x",
              "Spark 3.3 to 4.1",
              "Spark 3.3 to 3.5",
              "Spark 3.5 to 4.x",
              "Spark 3.3 and 3.4",
              "Spark 3.4 and 3.5",
              "Spark 3.3",
              "Spark 4.x",
              "from Spark 3.4",
              "from Spark 4.0",
              "default from 3.5")
          .map(Phrase::free)
          .toList();

  private final PlanFile plan;
  private final long executors;
  private final long cores;
  private final long driverHeap;

  SettingPhrases(PlanFile plan) {
    this.plan = plan;
    // A pinned number that does not fit is still the most that Spark is told of.
    this.executors =
        plan.figure("layout/" + (plan.isDynamic() ? "requestedExecutors" : "grantedExecutors"));
    this.cores = plan.figure("layout/executorCores");
    this.driverHeap = plan.figure("layout/driver/heapMiB");
  }

  /** Returns the phrases that may stand in a setting's reason. */
  List<Phrase> of(String key) {
    return Stream.of(known(key), VERSIONS).flatMap(List::stream).toList();
  }

  private List<Phrase> known(String key) {
    return switch (key) {
      case "spark.default.parallelism", "spark.sql.shuffle.partitions" -> partitions();
      case "spark.driver.maxResultSize" ->
          List.of(
              Phrase.of("# MiB of driver heap / 2", driverHeap),
              Phrase.free("Spark's default is 1024 MiB"));
      case "spark.executor.defaultJavaOptions", "spark.driver.defaultJavaOptions" ->
          new JvmPhrases(plan, executors).all();
      case "spark.scheduler.minRegisteredResourcesRatio" ->
          with(Phrase.free("0.8 x"), Phrase.free("30 s at most"), Phrase.free("default is 0.0"));
      case "spark.speculation" -> speculation();
      case "spark.dynamicAllocation.maxExecutors" ->
          List.of(Phrase.of("# executors are asked of the cluster at its largest", executors));
      case "spark.dynamicAllocation.minExecutors" ->
          List.of(Phrase.of("# executors fit the cluster at its smallest", least()));
      case "spark.kubernetes.allocation.batch.size" -> batch();
      case "spark.executorEnv.OMP_NUM_THREADS" ->
          with(Phrase.of("# workers x # threads", cores, cores), Phrase.free("a task has 1 core"));
      case "spark.executor.failuresValidityInterval",
          "spark.yarn.executor.failuresValidityInterval" ->
          with(Phrase.free("2 x"), Phrase.free("and 3 ="));
      case "spark.stage.ignoreDecommissionFetchFailure" -> List.of(Phrase.free("the 4th in a row"));
      case "spark.executor.resource.gpu.amount" -> List.of(Phrase.free("the default is 0"));
      case "spark.task.resource.gpu.amount" -> gpus();
      case "spark.local.dir" -> List.of(Phrase.of("# declared", plan.figure("cluster/disks")));
      case "spark.executorEnv.PYTHONHASHSEED" -> with();
      default -> key.contains("spark-local-dir-") ? volumes(key) : new SizePhrases(plan).of(key);
    };
  }

  private List<Phrase> with(Phrase... more) {
    List<Phrase> phrases = new ArrayList<>(List.of(more));
    phrases.add(Phrase.of("# executors", executors));
    phrases.add(Phrase.of("# cores", cores));
    return phrases;
  }

  private List<Phrase> partitions() {
    long mebibyte = 1L << 20;
    long input =
        plan.text("workload/inputSize")
            .map(size -> (PlanFile.bytes(size) + mebibyte - 1) / mebibyte)
            .orElse(-1L);
    return with(
        Phrase.free("3 tasks a core x"),
        Phrase.free("12 tasks a core x"),
        Phrase.of("# MiB of input", input),
        Phrase.free("/ 128 MiB a partition"),
        Phrase.free("more than 10000 cost"),
        Phrase.free("the smaller of 10000 and"),
        Phrase.of("the larger of 10000 and # =", executors * cores),
        Phrase.free("Spark's default of 200"),
        Phrase.free("Spark's default is 200"));
  }

  private List<Phrase> speculation() {
    String quantile = plan.isSpark(4, 0) ? "0.9" : "0.75";
    return with(
        Phrase.of("# nodes", plan.figure("cluster/nodes")),
        Phrase.of("the last 1 - # =", new BigDecimal(quantile)),
        Phrase.free("1 slow host"));
  }

  private List<Phrase> batch() {
    return with(
        Phrase.free("waits 30 s"),
        Phrase.free("/ 30 rounds"),
        Phrase.of("the default of #", plan.isSpark(4, 0) ? 10 : 5));
  }

  private List<Phrase> gpus() {
    long gpus = plan.figure("layout/gpus");
    List<Phrase> phrases = new ArrayList<>();
    plan.whole("workload/tasksPerGpu")
        .ifPresent(
            tasks -> {
              phrases.add(Phrase.of("1 GPU / # tasks", tasks));
              phrases.add(Phrase.of("# GPUs x # tasks", gpus, tasks));
            });
    phrases.add(Phrase.free("1 GPU /"));
    phrases.add(Phrase.free("cut to 6 decimals"));
    phrases.add(Phrase.of("# GPUs", gpus));
    phrases.add(Phrase.of("# cores", cores));
    return phrases;
  }

  private List<Phrase> volumes(String key) {
    String number = key.replaceFirst(".*spark-local-dir-(\\d+)\\..*", "$1");
    return List.of(Phrase.of("directory # of # declared", number, plan.figure("cluster/disks")));
  }

  private long least() {
    return Math.min(plan.figure("layout/leastExecutors"), plan.figure("layout/grantedExecutors"));
  }
}
