/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the job, and what the user pinned; the planner obeys a pin and plans the rest
 * around it.
 *
 * @param language what the job's code runs in
 * @param kind what the job mostly does
 * @param inputSize how much it reads
 * @param dynamicAllocation whether executors come and go; by default where the cluster scales
 * @param layout pins of the executors' number, cores and heap
 * @param memory pins of an executor's other memory
 * @param driver pins of the driver
 * @param gpus how GPUs are shared out
 */
public record Workload(
    Language language,
    WorkloadKind kind,
    Optional<MemorySize> inputSize,
    Optional<Boolean> dynamicAllocation,
    LayoutPins layout,
    MemoryPins memory,
    DriverPins driver,
    GpuPins gpus) {

  private static final MemorySize DEFAULT_PYTHON_WORKER = MemorySize.ofMebibytes(512);

  /** Returns a workload of which nothing but the language is known. */
  public static Workload of(Language language) {
    return new Workload(
        language,
        WorkloadKind.BATCH,
        Optional.empty(),
        Optional.empty(),
        LayoutPins.NONE,
        MemoryPins.NONE,
        DriverPins.NONE,
        GpuPins.NONE);
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

  /** Returns this workload with other pins. */
  public Workload with(LayoutPins layoutPins, MemoryPins memoryPins, DriverPins driverPins) {
    return new Workload(
        language, kind, inputSize, dynamicAllocation, layoutPins, memoryPins, driverPins, gpus);
  }

  /** Returns this workload with executors that come and go, or do not. */
  public Workload with(Optional<Boolean> dynamic) {
    return new Workload(language, kind, inputSize, dynamic, layout, memory, driver, gpus);
  }

  /** Returns this workload without the pins that shape the layout, to see what they cost. */
  public Workload withoutLayoutPins() {
    return with(LayoutPins.NONE, memory, driver);
  }

  /** Returns this workload with Python workers of the usual size, to see what others cost. */
  Workload withDefaultPythonWorker() {
    return with(layout, memory.withDefaultPythonWorker(), driver);
  }

  /** Says whether executors come and go: as the user says, else where the cluster scales. */
  public boolean isDynamic(Cluster cluster) {
    return cluster.manager() != Manager.LOCAL && dynamicAllocation.orElse(cluster.scales());
  }

  /** Says whether a pin shapes the layout. */
  public boolean layoutPinned() {
    return !layout.equals(LayoutPins.NONE);
  }

  /** Returns the share of the heap that is added: the given one, else Spark's default of 0.10. */
  public BigDecimal overheadFactor() {
    return memory.overheadFactor().orElse(ExecutorSizer.DEFAULT_OVERHEAD_FACTOR);
  }

  /** Returns the least overhead in MiB: the given one, else Spark's 384 MiB. */
  public long minimumOverheadMib() {
    return memory
        .minimumOverhead()
        .map(MemorySize::mebibytes)
        .orElse(ExecutorSizer.MINIMUM_OVERHEAD_MIB);
  }

  /**
   * Returns the MiB of one Python worker: 0 for the JVM, else the given size, else Spark's 512 MiB.
   */
  public long pythonWorkerMib() {
    return language == Language.JVM
        ? 0
        : memory.pythonWorker().orElse(DEFAULT_PYTHON_WORKER).mebibytes();
  }

  /** Returns the pins of the executors as a user would name them. */
  List<String> pinNames() {
    List<String> names = new ArrayList<>(layout.names());
    names.addAll(memory.names());
    return names;
  }
}
