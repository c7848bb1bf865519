/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

/**
 * A layout as the search weighs it: light, because there are thousands.
 *
 * @param executorsPerNode executors meant for one node, of the group that the size was cut for
 * @param requestedExecutors executors that Spark asks for
 * @param grantedExecutors executors that the scheduler grants
 * @param size one executor
 * @param share how the size came about
 */
record Candidate(
    int executorsPerNode,
    int requestedExecutors,
    int grantedExecutors,
    ExecutorSize size,
    Share share) {

  /** Returns granted executors x cores. */
  long coresPlaced() {
    return (long) grantedExecutors * size.cores();
  }

  /** Returns granted executors x GPUs. */
  long gpusPlaced() {
    return (long) grantedExecutors * size.gpus();
  }

  /** Returns the heaps of all granted executors together, in MiB. */
  long heapPlacedMib() {
    return grantedExecutors * size.heapMib();
  }
}
