/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is pinned of an executor's memory beside the heap.
 *
 * @param overheadFactor share of the heap that is added for the JVM's other memory
 * @param overhead the overhead itself, Python included
 * @param minimumOverhead the least overhead ({@code spark.executor.minMemoryOverhead}, Spark 4.0)
 * @param offHeap off-heap memory
 * @param pythonWorker memory of one Python worker; one runs on each core
 * @param pythonEnforced whether Spark shall enforce that memory
 * @param pyspark memory of all Python workers of an executor together, enforced ({@code
 *     spark.executor.pyspark.memory})
 */
public record MemoryPins(
    Optional<BigDecimal> overheadFactor,
    Optional<MemorySize> overhead,
    Optional<MemorySize> minimumOverhead,
    Optional<MemorySize> offHeap,
    Optional<MemorySize> pythonWorker,
    boolean pythonEnforced,
    Optional<MemorySize> pyspark) {

  /** Nothing is pinned. */
  public static final MemoryPins NONE =
      new MemoryPins(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty());

  /** Says whether Spark shall enforce the Python workers' memory. */
  boolean enforcesPython() {
    return pythonEnforced || pyspark.isPresent();
  }

  /** Returns these pins without that of a Python worker. */
  MemoryPins withDefaultPythonWorker() {
    return new MemoryPins(
        overheadFactor,
        overhead,
        minimumOverhead,
        offHeap,
        Optional.empty(),
        pythonEnforced,
        pyspark);
  }

  /** Returns the pins as a user would name them. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    overhead.ifPresent(value -> names.add("spark.executor.memoryOverhead " + value));
    offHeap.ifPresent(value -> names.add("offHeapMemory " + value));
    pythonWorker.ifPresent(value -> names.add("pythonWorkerMemory " + value));
    pyspark.ifPresent(value -> names.add("spark.executor.pyspark.memory " + value));
    return names;
  }
}
