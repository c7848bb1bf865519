/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Facts to start from: a batch job of the JVM on the six nodes of the planner's own example. */
record FactsExample(
    String spark,
    int java,
    Manager manager,
    Language language,
    WorkloadKind kind,
    Optional<MemorySize> input,
    RuleFacts.Executors executors,
    RuleFacts.Machines machines,
    long driverHeapMib,
    boolean elastic,
    boolean externalShuffle,
    boolean collectorChosen) {

  static FactsExample of(Manager manager, Language language, WorkloadKind kind) {
    return new FactsExample(
        "3.5.5",
        17,
        manager,
        language,
        kind,
        Optional.empty(),
        new RuleFacts.Executors(29, 2, 3, 10_900, 0, OptionalInt.of(1)),
        new RuleFacts.Machines(6, 16, false, List.of()),
        2048,
        false,
        false,
        false);
  }

  static FactsExample batch() {
    return of(Manager.YARN, Language.JVM, WorkloadKind.BATCH);
  }

  FactsExample spark(String version) {
    return new FactsExample(
        version,
        java,
        manager,
        language,
        kind,
        input,
        executors,
        machines,
        driverHeapMib,
        elastic,
        externalShuffle,
        collectorChosen);
  }

  FactsExample java(int release) {
    return new FactsExample(
        spark,
        release,
        manager,
        language,
        kind,
        input,
        executors,
        machines,
        driverHeapMib,
        elastic,
        externalShuffle,
        collectorChosen);
  }

  FactsExample input(String size) {
    return new FactsExample(
        spark,
        java,
        manager,
        language,
        kind,
        Optional.of(MemorySize.parse("input", size)),
        executors,
        machines,
        driverHeapMib,
        elastic,
        externalShuffle,
        collectorChosen);
  }

  FactsExample executors(int count, int cores, long heapMib) {
    return executors(
        new RuleFacts.Executors(
            count,
            Math.min(count, executors.least()),
            cores,
            heapMib,
            executors.gpus(),
            executors.declaredTasksPerGpu()));
  }

  FactsExample gpus(int gpus, int tasksPerGpu) {
    return gpus(gpus, OptionalInt.of(tasksPerGpu));
  }

  FactsExample gpus(int gpus, OptionalInt tasksPerGpu) {
    return executors(
        new RuleFacts.Executors(
            executors.count(),
            executors.least(),
            executors.cores(),
            executors.heapMib(),
            gpus,
            tasksPerGpu));
  }

  FactsExample least(int least) {
    return executors(
        new RuleFacts.Executors(
            executors.count(),
            least,
            executors.cores(),
            executors.heapMib(),
            executors.gpus(),
            executors.declaredTasksPerGpu()));
  }

  FactsExample machines(int count, int cores) {
    return machines(new RuleFacts.Machines(count, cores, machines.spot(), machines.localDirs()));
  }

  FactsExample spot() {
    return machines(
        new RuleFacts.Machines(machines.count(), machines.cores(), true, machines.localDirs()));
  }

  FactsExample localDirs(String... directories) {
    return machines(
        new RuleFacts.Machines(
            machines.count(), machines.cores(), machines.spot(), List.of(directories)));
  }

  FactsExample driverHeap(long mebibytes) {
    return new FactsExample(
        spark,
        java,
        manager,
        language,
        kind,
        input,
        executors,
        machines,
        mebibytes,
        elastic,
        externalShuffle,
        collectorChosen);
  }

  FactsExample elastic(boolean withShuffleService) {
    return new FactsExample(
        spark,
        java,
        manager,
        language,
        kind,
        input,
        executors,
        machines,
        driverHeapMib,
        true,
        withShuffleService,
        collectorChosen);
  }

  FactsExample withCollectorChosen() {
    return new FactsExample(
        spark,
        java,
        manager,
        language,
        kind,
        input,
        executors,
        machines,
        driverHeapMib,
        elastic,
        externalShuffle,
        true);
  }

  RuleFacts facts() {
    return new RuleFacts(
        new SparkVersion(spark, "2.12"),
        java,
        manager,
        language,
        kind,
        input,
        executors,
        machines,
        driverHeapMib,
        elastic,
        externalShuffle,
        collectorChosen);
  }

  /** Returns what all rules emit of the keys that start so, as {@code key value}. */
  List<String> lines(String... prefixes) {
    return settings(prefixes).map(setting -> setting.key() + " " + setting.value()).toList();
  }

  /** Returns the reasons of those keys. */
  List<String> reasons(String... prefixes) {
    return settings(prefixes).map(Setting::reason).toList();
  }

  private Stream<Setting> settings(String... prefixes) {
    return TuningRules.settings(facts()).stream()
        .filter(setting -> Arrays.stream(prefixes).anyMatch(setting.key()::startsWith));
  }

  private FactsExample executors(RuleFacts.Executors others) {
    return new FactsExample(
        spark,
        java,
        manager,
        language,
        kind,
        input,
        others,
        machines,
        driverHeapMib,
        elastic,
        externalShuffle,
        collectorChosen);
  }

  private FactsExample machines(RuleFacts.Machines others) {
    return new FactsExample(
        spark,
        java,
        manager,
        language,
        kind,
        input,
        executors,
        others,
        driverHeapMib,
        elastic,
        externalShuffle,
        collectorChosen);
  }
}
