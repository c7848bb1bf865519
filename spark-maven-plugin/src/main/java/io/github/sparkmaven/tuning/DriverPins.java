/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is pinned of the driver, and of the application master that stands in for it on YARN in
 * client mode.
 *
 * @param memory heap of the driver
 * @param cores cores of the driver in cluster mode
 * @param overhead {@code spark.driver.memoryOverhead}
 * @param overheadFactor {@code spark.driver.memoryOverheadFactor}
 * @param master the application master
 */
public record DriverPins(
    Optional<MemorySize> memory,
    OptionalInt cores,
    Optional<MemorySize> overhead,
    Optional<BigDecimal> overheadFactor,
    ApplicationMaster master) {

  /** Nothing is pinned. */
  public static final DriverPins NONE =
      new DriverPins(
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          ApplicationMaster.NONE);

  /**
   * The application master of YARN's client mode.
   *
   * @param memory {@code spark.yarn.am.memory}
   * @param cores {@code spark.yarn.am.cores}
   * @param overhead {@code spark.yarn.am.memoryOverhead}
   */
  public record ApplicationMaster(
      Optional<MemorySize> memory, OptionalInt cores, Optional<MemorySize> overhead) {
    /** Nothing is pinned. */
    public static final ApplicationMaster NONE =
        new ApplicationMaster(Optional.empty(), OptionalInt.empty(), Optional.empty());
  }

  /** Returns these pins with a heap. */
  DriverPins withMemory(Optional<MemorySize> heap) {
    return new DriverPins(heap, cores, overhead, overheadFactor, master);
  }
}
