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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/**
 * Reads the values of Spark keys, and notes what cannot be read.
 *
 * <p>The site's file stands below the plan, so what it says of the executors' number, cores and
 * heap is no pin: the plan overrides it. The other keys are not always written by a plan; then the
 * site's value is the effective one and has to be reckoned with.
 */
record PinReader(LayeredConf conf, Problems problems) {
  private static final Map<String, String> KEYS =
      Map.of(
          "workload/executorCores", "spark.executor.cores",
          "workload/executorMemory", "spark.executor.memory",
          "workload/offHeapMemory", "spark.memory.offHeap.size",
          "workload/driverMemory", "spark.driver.memory",
          "workload/driverCores", "spark.driver.cores",
          "workload/gpusPerExecutor", "spark.executor.resource.gpu.amount",
          "workload/dynamicAllocation", "spark.dynamicAllocation.enabled");

  /** Reads a count of a layer above the plan. */
  OptionalInt countAbove(String key, OptionalInt otherwise) {
    return count(abovePlan(key), otherwise);
  }

  /** Reads a count of any layer. */
  OptionalInt count(String key, OptionalInt otherwise) {
    return count(conf.find(key), otherwise);
  }

  /** Reads a size of a layer above the plan; MiB where it has no unit. */
  Optional<MemorySize> sizeAbove(String key, Optional<MemorySize> otherwise) {
    return size(abovePlan(key), "m").or(() -> otherwise);
  }

  /** Reads a size of any layer; MiB where it has no unit. */
  Optional<MemorySize> size(String key, Optional<MemorySize> otherwise) {
    return size(conf.find(key), "m").or(() -> otherwise);
  }

  /** Reads a size of any layer; bytes where it has no unit. */
  Optional<MemorySize> sizeInBytes(String key) {
    return size(conf.find(key), "b");
  }

  /** Reads an overhead factor of any layer. */
  Optional<BigDecimal> factor(String key, Optional<BigDecimal> otherwise) {
    return read(conf.find(key), Workload::parseOverheadFactor).or(() -> otherwise);
  }

  /** Reads true or false; what is neither is told of elsewhere. */
  Optional<Boolean> flag(String key) {
    return conf.find(key).map(setting -> setting.value().trim().equalsIgnoreCase("true"));
  }

  /** Reads a count from 0 up of any layer. */
  OptionalInt countFromZero(String key, OptionalInt otherwise) {
    boolean zero = conf.find(key).filter(setting -> setting.value().trim().equals("0")).isPresent();
    return zero ? OptionalInt.of(0) : count(key, otherwise);
  }

  /** Returns what the user wrote: the key that stands above the workload's element, or that. */
  String where(String parameter) {
    return Optional.ofNullable(KEYS.get(parameter))
        .filter(key -> abovePlan(key).isPresent())
        .orElse(parameter);
  }

  private Optional<Setting> abovePlan(String key) {
    return conf.find(key).filter(setting -> setting.layer().compareTo(Layer.PLAN) < 0);
  }

  private OptionalInt count(Optional<Setting> setting, OptionalInt otherwise) {
    Optional<Integer> pinned = read(setting, PinReader::positive);
    return pinned.isPresent() ? OptionalInt.of(pinned.get()) : otherwise;
  }

  private Optional<MemorySize> size(Optional<Setting> setting, String unitOfSpark) {
    return read(
        setting,
        (key, text) ->
            MemorySize.parse(
                key, text.trim().matches("[0-9]+") ? text.trim() + unitOfSpark : text));
  }

  private <T> Optional<T> read(Optional<Setting> found, BiFunction<String, String, T> parser) {
    return found.flatMap(
        setting -> problems.attempt(() -> parser.apply(setting.key(), setting.value())));
  }

  private static int positive(String key, String text) {
    if (!text.trim().matches("[0-9]{1,9}") || Integer.parseInt(text.trim()) == 0) {
      throw new InputException(
          key, "'" + text + "' is no number of at least 1", "Give a whole number from 1 up");
    }
    return Integer.parseInt(text.trim());
  }
}
