/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import java.util.List;

/**
 * A way to lay executors out on a cluster, and what its scheduler makes of it.
 *
 * @param executorsPerNode executors meant for one node, of the group that the size was cut for
 * @param requestedExecutors executors that Spark asks for, at most where they come and go
 * @param grantedExecutors executors that the scheduler grants of them, wherever it puts the driver
 * @param leastExecutors executors that it grants at the lower end of the nodes' ranges
 * @param size one executor
 * @param containerMib memory in MiB that the manager sets aside for one executor, rounded as it
 *     rounds
 * @param driver the driver, and the place it takes
 * @param groups what a node of each group holds
 * @param arithmetic how the heap came about, with its numbers
 */
public record Layout(
    int executorsPerNode,
    int requestedExecutors,
    int grantedExecutors,
    int leastExecutors,
    ExecutorSize size,
    long containerMib,
    DriverLayout driver,
    List<GroupPlaces> groups,
    String arithmetic) {

  /** Copies the groups. */
  public Layout {
    groups = List.copyOf(groups);
  }

  /** Returns granted executors x cores. */
  public long coresPlaced() {
    return (long) grantedExecutors * size.cores();
  }

  /** Returns the cores that all nodes offer. */
  public long coresOffered() {
    return groups.stream().mapToLong(places -> places.group().coresOffered()).sum();
  }

  /** Returns granted executors x container, in MiB. */
  public long memoryPlacedMib() {
    return grantedExecutors * containerMib;
  }

  /** Returns the memory in MiB that all nodes offer. */
  public long memoryOfferedMib() {
    return groups.stream().mapToLong(places -> places.group().memoryOfferedMib()).sum();
  }
}
