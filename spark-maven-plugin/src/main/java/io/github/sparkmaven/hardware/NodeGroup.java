/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

/**
 * Machines that are alike, and what the cluster manager may hand out on each of them.
 *
 * @param name its name in the POM; {@link #ONLY} where the cluster has no groups
 * @param range how many machines there are
 * @param machineCores cores that one of them has, which every JVM on it sees
 * @param cores whole cores, or vcores, that the manager hands out on one of them; at least 1
 * @param memoryMib memory in MiB that the manager hands out on one of them; at least 1
 * @param gpus GPUs of one of them
 * @param spot whether the provider may take the machines back at any time
 * @param offer how cores and memory came about, with their numbers
 */
public record NodeGroup(
    String name,
    NodeRange range,
    int machineCores,
    int cores,
    long memoryMib,
    int gpus,
    boolean spot,
    String offer) {

  /** The name of the group of a cluster whose machines are all alike. */
  public static final String ONLY = "nodes";

  /** Returns the machines at the upper end of the range, which plans are made for. */
  public int nodes() {
    return range.most();
  }

  /** Returns the cores that the group offers in all. */
  public long coresOffered() {
    return (long) nodes() * cores;
  }

  /** Returns the memory in MiB that the group offers in all. */
  public long memoryOfferedMib() {
    return nodes() * memoryMib;
  }

  /** Returns this group with another number of machines. */
  NodeGroup with(NodeRange other) {
    return new NodeGroup(name, other, machineCores, cores, memoryMib, gpus, spot, offer);
  }
}
