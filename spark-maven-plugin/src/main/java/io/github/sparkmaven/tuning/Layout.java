/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.NodeGroup;

/**
 * A way to lay executors out on a cluster, and what its scheduler makes of it.
 *
 * @param executorsPerNode executors meant for one node
 * @param requestedExecutors executors that Spark asks for
 * @param grantedExecutors executors that the scheduler grants
 * @param size one executor
 * @param containerMib memory in MiB that the manager sets aside for one executor, rounded as it
 *     rounds
 * @param driver the driver, and the place it takes
 * @param nodes what the cluster offers
 * @param arithmetic how the heap came about, with its numbers
 */
public record Layout(
    int executorsPerNode,
    int requestedExecutors,
    int grantedExecutors,
    ExecutorSize size,
    long containerMib,
    DriverLayout driver,
    NodeGroup nodes,
    String arithmetic) {

  /** Returns granted executors x cores. */
  public long coresPlaced() {
    return (long) grantedExecutors * size.cores();
  }

  /** Returns granted executors x container, in MiB. */
  public long memoryPlacedMib() {
    return grantedExecutors * containerMib;
  }

  /** Returns the heaps of all granted executors together, in MiB. */
  long heapPlacedMib() {
    return grantedExecutors * size.heapMib();
  }
}
