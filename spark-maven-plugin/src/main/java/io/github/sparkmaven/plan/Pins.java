/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/**
 * Turns Spark keys that shape the layout into pins: a key of any user's layer stands above the
 * workload's own element.
 *
 * <p>The site's file stands below the plan, so what it says of the executors' number, cores and
 * heap is no pin: the plan overrides it. The other keys are not always written by a plan; then the
 * site's value is the effective one and has to be reckoned with.
 */
final class Pins {
  // UnifiedMemoryManager in spark-core: 1.5 x the 300 MiB that are reserved.
  private static final MemorySize SMALLEST_HEAP = MemorySize.ofMebibytes(450);

  private final LayeredConf conf;
  private final Problems problems;

  Pins(LayeredConf conf, Problems problems) {
    this.conf = conf;
    this.problems = problems;
  }

  /** Returns the workload with the pins of {@code conf}. */
  Workload applyTo(Workload workload) {
    return new Workload(
        workload.language(),
        workload.executorsPerNode(),
        count(aboveThePlan("spark.executor.instances"), workload.executorInstances()),
        count(aboveThePlan("spark.executor.cores"), workload.executorCores()),
        enough(
            "executor memory",
            memory(aboveThePlan("spark.executor.memory")).or(workload::executorMemory)),
        factor().or(workload::memoryOverheadFactor),
        memory(conf.find("spark.executor.memoryOverhead")).or(workload::memoryOverhead),
        offHeap().or(workload::offHeapMemory),
        workload.pythonWorkerMemory(),
        workload.pythonMemoryEnforced(),
        enough(
            "driver memory", memory(conf.find("spark.driver.memory")).or(workload::driverMemory)),
        count(conf.find("spark.driver.cores"), workload.driverCores()));
  }

  /** Spark itself refuses a smaller heap, but only once the cluster has granted it. */
  private Optional<MemorySize> enough(String what, Optional<MemorySize> heap) {
    heap.ifPresent(
        size ->
            problems.require(
                size.compareTo(SMALLEST_HEAP) >= 0,
                what,
                size + " is less than the heap that Spark starts with",
                "Give at least " + SMALLEST_HEAP));
    return heap;
  }

  private Optional<Setting> aboveThePlan(String key) {
    return conf.find(key).filter(setting -> setting.layer().compareTo(Layer.PLAN) < 0);
  }

  private Optional<MemorySize> offHeap() {
    boolean enabled =
        conf.find("spark.memory.offHeap.enabled")
            .map(setting -> setting.value().trim().equalsIgnoreCase("true"))
            .orElse(false);
    // This key alone is in bytes where it has no unit.
    return enabled
        ? read(conf.find("spark.memory.offHeap.size"), (key, text) -> size(key, text, "b"))
        : Optional.empty();
  }

  private Optional<MemorySize> memory(Optional<Setting> setting) {
    return read(setting, (key, text) -> size(key, text, "m"));
  }

  private Optional<BigDecimal> factor() {
    return read(conf.find("spark.executor.memoryOverheadFactor"), Workload::parseOverheadFactor);
  }

  private OptionalInt count(Optional<Setting> setting, OptionalInt declared) {
    Optional<Integer> pinned = read(setting, Pins::positive);
    return pinned.isPresent() ? OptionalInt.of(pinned.get()) : declared;
  }

  private <T> Optional<T> read(Optional<Setting> found, BiFunction<String, String, T> parser) {
    return found.flatMap(
        setting -> problems.attempt(() -> parser.apply(setting.key(), setting.value())));
  }

  private static MemorySize size(String key, String text, String unitOfSpark) {
    return MemorySize.parse(key, text.trim().matches("[0-9]+") ? text.trim() + unitOfSpark : text);
  }

  private static int positive(String key, String text) {
    if (!text.trim().matches("[0-9]{1,9}") || Integer.parseInt(text.trim()) == 0) {
      throw new InputException(
          key, "'" + text + "' is no number of at least 1", "Give a whole number from 1 up");
    }
    return Integer.parseInt(text.trim());
  }
}
