/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import java.util.Locale;

/**
 * What one node offers to executors: what it has, less what is kept back.
 *
 * @param cores the cores
 * @param memory the memory
 */
record NodeOffer(Amount cores, Amount memory) {

  /** Adds a problem for each resource of which nothing is left. */
  void check(Problems problems) {
    // A declared offer of no core has been refused as such.
    boolean told = problems.all().stream().anyMatch(one -> one.where().equals(cores.where()));
    problems.require(
        told || cores.offered() >= 1,
        cores.where(),
        cores + " leaves no core for executors",
        "Give a machine more cores, or reserve fewer");
    problems.require(
        memory.offered() >= 1,
        memory.where(),
        memory + " leaves no memory for executors",
        "Give a machine more memory, or reserve less");
  }

  /** Returns the group that these machines are, once the offer is checked. */
  NodeGroup group(Machines machines) {
    return new NodeGroup(
        machines.name(),
        machines.nodes(),
        machines.cores(),
        (int) Math.max(1, cores.offered()),
        Math.max(1, memory.offered()),
        machines.gpus(),
        machines.spot(),
        String.format(Locale.ROOT, "a node offers %s cores and %s", cores, memory));
  }
}
