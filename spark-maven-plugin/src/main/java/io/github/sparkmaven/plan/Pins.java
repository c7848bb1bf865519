/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Turns Spark keys that shape the layout into pins: a key of any user's layer stands above the
 * workload's own element.
 */
final class Pins {
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
        count("spark.executor.instances", workload.executorInstances()),
        count("spark.executor.cores", workload.executorCores()),
        memory("spark.executor.memory").or(workload::executorMemory),
        factor().or(workload::memoryOverheadFactor),
        memory("spark.executor.memoryOverhead").or(workload::memoryOverhead),
        offHeap().or(workload::offHeapMemory),
        workload.pythonWorkerMemory(),
        workload.pythonMemoryEnforced(),
        memory("spark.driver.memory").or(workload::driverMemory),
        count("spark.driver.cores", workload.driverCores()));
  }

  private Optional<MemorySize> offHeap() {
    boolean enabled =
        conf.find("spark.memory.offHeap.enabled")
            .map(Setting::value)
            .map("true"::equals)
            .orElse(false);
    // This key alone is in bytes where it has no unit.
    return enabled
        ? read("spark.memory.offHeap.size", text -> size("spark.memory.offHeap.size", text, "b"))
        : Optional.empty();
  }

  private Optional<MemorySize> memory(String key) {
    return read(key, text -> size(key, text, "m"));
  }

  private Optional<BigDecimal> factor() {
    String key = "spark.executor.memoryOverheadFactor";
    return read(key, text -> Workload.parseOverheadFactor(key, text));
  }

  private OptionalInt count(String key, OptionalInt declared) {
    Optional<Integer> pinned = read(key, text -> positive(key, text));
    return pinned.isPresent() ? OptionalInt.of(pinned.get()) : declared;
  }

  private <T> Optional<T> read(String key, Function<String, T> parser) {
    return conf.find(key).flatMap(setting -> problems.attempt(() -> parser.apply(setting.value())));
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
