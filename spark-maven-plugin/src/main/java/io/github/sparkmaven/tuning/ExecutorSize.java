/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

/**
 * One executor: its cores and the parts of its memory, in MiB.
 *
 * @param cores task slots
 * @param heapMib {@code spark.executor.memory}
 * @param overheadMib the JVM's memory beside the heap, without Python
 * @param offHeapMib {@code spark.memory.offHeap.size}
 * @param pythonMib memory reserved for the Python workers
 * @param gpus GPUs
 */
public record ExecutorSize(
    int cores, long heapMib, long overheadMib, long offHeapMib, long pythonMib, int gpus) {

  /**
   * Returns what Spark asks of the cluster manager, in MiB.
   *
   * <p>Source: {@code ResourceProfile.ExecutorResourcesOrDefaults.totalMemMiB} in spark-core.
   */
  public long requestMib() {
    return heapMib + overheadMib + offHeapMib + pythonMib;
  }

  /** Returns the heap that one task slot has on average, in MiB. */
  public long heapMibPerCore() {
    return heapMib / cores;
  }
}
