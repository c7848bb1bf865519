/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

/**
 * What a formula asks of a scheduler.
 *
 * @param executors how many executors
 * @param cores cores of one
 * @param heapMib heap of one
 * @param overheadMib memory of one outside the heap
 */
public record Ask(int executors, int cores, long heapMib, long overheadMib) {

  /** Returns the ask with the overhead that Spark adds by itself: 10 %, at least 384 MiB. */
  static Ask withSparksOverhead(int executors, int cores, long heapMib) {
    return new Ask(executors, cores, heapMib, Math.max(384, heapMib / 10));
  }

  /** Returns the memory that YARN and Kubernetes count. */
  public long requestMib() {
    return heapMib + overheadMib;
  }

  /** Says whether it asks for executors that could exist at all. */
  boolean isSound() {
    return executors >= 0 && cores > 0 && heapMib > 0;
  }
}
