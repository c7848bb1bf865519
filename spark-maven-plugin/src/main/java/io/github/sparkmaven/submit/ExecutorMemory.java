/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the container of a Python job's executor is made of, in MiB, as the settings say it.
 *
 * <p>overhead = max(floor(factor x heap), minimum), and what {@code spark.executor.memoryOverhead}
 * has beyond it is Python's, of which each core's worker may use its part; source: {@code
 * ResourceProfile.calculateOverHeadMemory} in spark-core. Enforced Python memory comes on top.
 *
 * @param overheadMib the JVM's own beside the heap
 * @param pythonMib what is reserved for all workers
 * @param workers how many run at once
 */
record ExecutorMemory(
    long heapMib, long overheadMib, long offHeapMib, long pythonMib, long workers) {
  // Spark's defaults.
  private static final String HEAP = "1g";
  private static final double FACTOR = 0.10;
  private static final String LEAST_OVERHEAD = "384m";

  // What is declared is given in steps that a person would choose.
  private static final long STEP_MIB = 64;

  /** Reads settings; nothing where Spark itself would not understand one of them. */
  static Optional<ExecutorMemory> of(Function<String, Optional<String>> settings) {
    try {
      return Optional.of(new Reader(settings).read());
    } catch (InputException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns what a worker has of what is reserved. */
  long workerMib() {
    return pythonMib / workers;
  }

  /** Returns what each worker is to have where so much was used in all, as the heap may be full. */
  long neededWorkerMib(long usedMib) {
    long each = ceiling(usedMib - heapMib - offHeapMib, workers);
    return ceiling(Math.max(each, workerMib() + 1), STEP_MIB) * STEP_MIB;
  }

  /** Returns the overhead that holds workers of a size. */
  long overheadMib(long workerMib) {
    return overheadMib + workers * workerMib;
  }

  private static long ceiling(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }

  /** Says what the limit is made of. */
  String parts() {
    return heapMib
        + " MiB are heap (spark.executor.memory), "
        + overheadMib
        + " MiB the JVM's overhead, "
        + (offHeapMib > 0 ? offHeapMib + " MiB off-heap, " : "")
        + pythonMib
        + " MiB reserved for Python: "
        + workers
        + " workers x "
        + workerMib()
        + " MiB";
  }

  private record Reader(Function<String, Optional<String>> settings) {
    ExecutorMemory read() {
      long heap = mebibytes("spark.executor.memory", HEAP);
      double factor =
          number("spark.executor.memoryOverheadFactor").map(Double::valueOf).orElse(FACTOR);
      long jvm =
          Math.max(
              (long) (factor * heap),
              mebibytes("spark.executor.minMemoryOverhead", LEAST_OVERHEAD));
      long overhead = mebibytes("spark.executor.memoryOverhead", jvm + "m");
      boolean offHeap = number("spark.memory.offHeap.enabled").filter("true"::equals).isPresent();
      long enforced = mebibytes("spark.executor.pyspark.memory", "0m");
      long own = enforced > 0 ? overhead : Math.min(jvm, overhead);
      return new ExecutorMemory(
          heap,
          own,
          offHeap ? mebibytes("spark.memory.offHeap.size", "0m") : 0,
          overhead - own + enforced,
          Math.max(1, count("spark.executor.cores") / count("spark.task.cpus")));
    }

    private Optional<String> number(String key) {
      return settings.apply(key).map(String::strip);
    }

    private long count(String key) {
      return number(key).map(Long::valueOf).filter(count -> count > 0).orElse(1L);
    }

    /** A number without a unit is of MiB. */
    private long mebibytes(String key, String otherwise) {
      String text = number(key).orElse(otherwise);
      boolean plain = text.chars().allMatch(Character::isDigit);
      return MemorySize.parse(key, plain ? text + "m" : text).mebibytes();
    }
  }
}
