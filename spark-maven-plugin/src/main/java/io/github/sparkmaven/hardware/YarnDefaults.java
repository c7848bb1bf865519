/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;

/**
 * The defaults and checks of {@code cluster/yarn}.
 *
 * <p>1 core and 5 % of the memory in whole GiB, at least 1 GiB, are kept back, which gives the 61
 * GiB and 15 vcores that operators set on a machine of 64 GiB and 16 cores.
 */
final class YarnDefaults {
  // yarn-default.xml: yarn.scheduler.minimum-allocation-mb
  private static final long MINIMUM_ALLOCATION_MIB = 1024;
  private static final int RESERVED_CORES = 1;

  private final DeclaredCluster declared;
  private final DeclaredCluster.Yarn part;
  private final long minimumMib;
  private final long incrementMib;

  YarnDefaults(DeclaredCluster declared, DeclaredCluster.Yarn part) {
    this.declared = declared;
    this.part = part;
    this.minimumMib =
        part.minimumAllocation().map(MemorySize::mebibytes).orElse(MINIMUM_ALLOCATION_MIB);
    this.incrementMib = part.incrementAllocation().map(MemorySize::mebibytes).orElse(minimumMib);
  }

  /** Adds the problems that show without knowing the machines. */
  void check(Problems problems) {
    problems.require(
        minimumMib > 0, "cluster/yarn/minimumAllocation", "is less than 1m", "Give at least 1m");
    problems.require(
        part.incrementAllocation().isEmpty() || incrementMib > 0,
        "cluster/yarn/incrementAllocation",
        "is less than 1m",
        "Give at least 1m");
    part.maximumAllocation()
        .map(MemorySize::mebibytes)
        .ifPresent(
            maximum ->
                problems.require(
                    maximum >= minimumMib,
                    "cluster/yarn/maximumAllocation",
                    maximum + " MiB is less than the minimum allocation of " + minimumMib + " MiB",
                    "Give at least " + minimumMib + "m"));
    Machines.requirePositive(problems, "cluster/yarn/maximumVcores", part.maximumVcores());
    if (part.nodeMemory().isPresent() && declared.memory().isPresent()) {
      MemorySize offered = part.nodeMemory().get();
      MemorySize machine = declared.memory().get();
      problems.require(
          offered.compareTo(machine) <= 0,
          "cluster/yarn/nodeMemory",
          offered + " is more than the machine's " + machine,
          "Give at most cluster/memory");
    }
  }

  /** Returns what the NodeManager of one machine hands out. */
  NodeOffer offer(Machines machines) {
    long fivePercentGib = Math.max(1, machines.memory().mebibytes() / 20 / 1024);
    NodeOffer.Cores cores =
        part.nodeVcores().isPresent()
            ? NodeOffer.Cores.given("cluster/yarn/nodeVcores", part.nodeVcores().getAsInt())
            : NodeOffer.Cores.of(machines.cores(), declared, RESERVED_CORES);
    NodeOffer.Memory memory =
        part.nodeMemory()
            .map(offered -> NodeOffer.Memory.given("cluster/yarn/nodeMemory", offered))
            .orElseGet(
                () -> NodeOffer.Memory.of(machines.memory(), declared, fivePercentGib * 1024));
    return new NodeOffer(cores, memory);
  }

  /** Returns the scheduler's rules; a maximum that is not declared is the node's. */
  YarnRules rules(NodeOffer offer, Problems problems) {
    long nodeMib = offer.memory().offeredMib();
    problems.require(
        part.maximumAllocation().isPresent() || nodeMib < 1 || nodeMib >= minimumMib,
        "cluster/yarn/minimumAllocation",
        minimumMib + " MiB is more than the " + nodeMib + " MiB that a node offers",
        "Declare the site's own minimum allocation, or larger nodes");
    return new YarnRules(
        part.calculator().orElse(ResourceCalculator.DEFAULT),
        Math.max(1, minimumMib),
        Math.max(1, incrementMib),
        part.maximumAllocation().map(MemorySize::mebibytes).orElse(nodeMib),
        part.maximumVcores().orElse(offer.cores().offered()),
        part.maximumAllocation().isPresent() && part.maximumVcores().isPresent());
  }
}
