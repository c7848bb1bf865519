/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

/**
 * Machines that are alike, and what the cluster manager may hand out on each of them.
 *
 * @param nodes how many machines there are; at least 1
 * @param cores cores, or vcores, that the manager hands out on one of them; at least 1
 * @param memoryMib memory in MiB that the manager hands out on one of them; at least 1
 */
public record NodeGroup(int nodes, int cores, long memoryMib) {

  /** Returns the cores that the group offers in all. */
  public long coresOffered() {
    return (long) nodes * cores;
  }

  /** Returns the memory in MiB that the group offers in all. */
  public long memoryOfferedMib() {
    return nodes * memoryMib;
  }
}
