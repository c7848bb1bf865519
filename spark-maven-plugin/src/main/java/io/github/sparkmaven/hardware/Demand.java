/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

/**
 * What one container, pod or executor takes of a machine.
 *
 * @param memoryMib memory in MiB
 * @param cores cores or vcores
 * @param gpus GPUs
 */
public record Demand(long memoryMib, int cores, int gpus) {
  /** Takes nothing. */
  public static final Demand NOTHING = new Demand(0, 0, 0);

  /** Says whether this takes nothing at all. */
  public boolean isNothing() {
    return equals(NOTHING);
  }

  /** Returns how many of these a machine's resources hold; what is not asked for never limits. */
  public int timesIn(long offeredMib, int offeredCores, int offeredGpus) {
    long times = memoryMib == 0 ? Integer.MAX_VALUE : Math.max(0, offeredMib) / memoryMib;
    if (cores > 0) {
      times = Math.min(times, Math.max(0, offeredCores) / cores);
    }
    if (gpus > 0) {
      times = Math.min(times, Math.max(0, offeredGpus) / gpus);
    }
    return (int) Math.min(times, Integer.MAX_VALUE);
  }
}
