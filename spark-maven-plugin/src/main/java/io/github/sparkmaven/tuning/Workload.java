/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of the job, and what the user pinned; the planner obeys a pin and plans the rest
 * around it.
 *
 * @param language what the job's code runs in
 * @param executorsPerNode pinned number of executors on one node
 * @param executorInstances pinned number of executors in all
 * @param executorCores pinned cores of an executor
 * @param executorMemory pinned heap of an executor
 * @param memoryOverheadFactor share of the heap that is added for the JVM's other memory
 * @param memoryOverhead pinned overhead of an executor, Python included
 * @param offHeapMemory off-heap memory of an executor
 * @param pythonWorkerMemory memory of one Python worker; one runs on each core
 * @param pythonMemoryEnforced whether Spark shall enforce that memory
 * @param driverMemory heap of the driver
 * @param driverCores cores of the driver in cluster mode
 */
public record Workload(
    Language language,
    OptionalInt executorsPerNode,
    OptionalInt executorInstances,
    OptionalInt executorCores,
    Optional<MemorySize> executorMemory,
    Optional<BigDecimal> memoryOverheadFactor,
    Optional<MemorySize> memoryOverhead,
    Optional<MemorySize> offHeapMemory,
    Optional<MemorySize> pythonWorkerMemory,
    boolean pythonMemoryEnforced,
    Optional<MemorySize> driverMemory,
    OptionalInt driverCores) {

  /** Returns a workload of which nothing but the language is known. */
  public static Workload of(Language language) {
    return new Workload(
        language,
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        OptionalInt.empty());
  }

  /**
   * Reads an overhead factor.
   *
   * @param where the parameter or key that holds it, for the error
   * @throws InputException if it is no number, or not above 0 and below 10
   */
  public static BigDecimal parseOverheadFactor(String where, String text) {
    try {
      BigDecimal factor = new BigDecimal(text.trim());
      if (factor.signum() > 0 && factor.compareTo(BigDecimal.TEN) < 0 && factor.scale() <= 6) {
        return factor;
      }
    } catch (NumberFormatException e) {
      // Told below, with the numbers that are out of bounds.
    }
    throw new InputException(
        where,
        "'" + text + "' is no overhead factor",
        "Give a number above 0 and below 10 with at most six decimals, as in 0.10");
  }

  /** Returns this workload without the pins that shape the layout, to see what they cost. */
  public Workload withoutLayoutPins() {
    return new Workload(
        language,
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        memoryOverheadFactor,
        memoryOverhead,
        offHeapMemory,
        pythonWorkerMemory,
        pythonMemoryEnforced,
        driverMemory,
        driverCores);
  }

  /** Says whether a pin shapes the layout. */
  public boolean layoutPinned() {
    return executorsPerNode.isPresent()
        || executorInstances.isPresent()
        || executorCores.isPresent()
        || executorMemory.isPresent();
  }

  /** Returns the share of the heap that is added: the given one, else Spark's default of 0.10. */
  public BigDecimal overheadFactor() {
    return memoryOverheadFactor.orElse(ExecutorSizer.DEFAULT_OVERHEAD_FACTOR);
  }

  /**
   * Returns the MiB of one Python worker: 0 for the JVM, else the given size, else Spark's 512 MiB.
   */
  public long pythonWorkerMib() {
    if (language == Language.JVM) {
      return 0;
    }
    return pythonWorkerMemory.map(MemorySize::mebibytes).orElse(512L);
  }
}
