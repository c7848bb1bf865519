/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The defaults and checks of {@code cluster/yarn}.
 *
 * <p>1 core and 5 % of the memory in whole GiB, at least 1 GiB, are kept back, which gives the 61
 * GiB and 15 vcores that operators set on a machine of 64 GiB and 16 cores.
 */
final class YarnDefaults {
  // yarn-default.xml: yarn.scheduler.minimum-allocation-mb; the Fair Scheduler's increment
  // (FairSchedulerConfiguration.DEFAULT_RM_SCHEDULER_INCREMENT_ALLOCATION_MB) is the same.
  private static final long MINIMUM_ALLOCATION_MIB = 1024;
  private static final int RESERVED_MILLICORES = 1000;
  private static final String RESERVED = "reserved";

  private final DeclaredYarn part;
  private final Reserves reserves;
  private final YarnScheduler scheduler;
  private final long minimumMib;
  private final long incrementMib;
  private final int minimumVcores;

  YarnDefaults(DeclaredYarn part, Reserves reserves) {
    this.part = part;
    this.reserves = reserves;
    this.scheduler = part.scheduler().orElse(YarnScheduler.CAPACITY);
    this.minimumMib =
        part.minimumAllocation().map(MemorySize::mebibytes).orElse(MINIMUM_ALLOCATION_MIB);
    this.incrementMib =
        part.incrementAllocation()
            .map(MemorySize::mebibytes)
            .orElse(scheduler == YarnScheduler.FAIR ? MINIMUM_ALLOCATION_MIB : minimumMib);
    this.minimumVcores = part.minimumVcores().orElse(1);
  }

  /** Adds the problems that show without knowing the machines. */
  void check(Problems problems) {
    problems.require(
        minimumMib > 0, "cluster/yarn/minimumAllocation", "0m is less than 1m", "Give at least 1m");
    problems.require(
        part.incrementAllocation().isEmpty() || incrementMib > 0,
        "cluster/yarn/incrementAllocation",
        "0m is less than 1m",
        "Give at least 1m");
    problems.require(
        part.scheduler().filter(YarnScheduler.CAPACITY::equals).isEmpty()
            || incrementMib == minimumMib,
        "cluster/yarn/incrementAllocation",
        incrementMib
            + " MiB is not the minimum allocation of "
            + minimumMib
            + " MiB, in whose multiples the Capacity Scheduler makes containers",
        "Remove it, or set cluster/yarn/scheduler to fair");
    part.maximumAllocation()
        .map(MemorySize::mebibytes)
        .ifPresent(
            maximum ->
                problems.require(
                    maximum >= minimumMib,
                    "cluster/yarn/maximumAllocation",
                    maximum + " MiB is less than the minimum allocation of " + minimumMib + " MiB",
                    "Give at least " + minimumMib + "m"));
    checkVcores(problems);
    checkShare(problems, "cluster/yarn/queueShare", part.queueShare());
    checkShare(problems, "cluster/yarn/maximumAmShare", part.maximumAmShare());
    part.queue()
        .ifPresent(
            name ->
                problems.require(
                    name.matches("[^\\s,:*]+"),
                    "cluster/yarn/queue",
                    "'" + name + "' is no queue's name",
                    "Give one without white space, commas, colons or asterisks, as in root.etl"));
  }

  private void checkVcores(Problems problems) {
    Machines.checkOfferedCores(problems, "cluster/yarn/nodeVcores", part.nodeVcores());
    Machines.requireBetween(
        1, Integer.MAX_VALUE, problems, "cluster/yarn/maximumVcores", part.maximumVcores());
    Machines.requireBetween(
        1, Integer.MAX_VALUE, problems, "cluster/yarn/minimumVcores", part.minimumVcores());
    part.maximumVcores()
        .ifPresent(
            maximum ->
                problems.require(
                    maximum < 1 || maximum >= minimumVcores,
                    "cluster/yarn/maximumVcores",
                    maximum + " is less than the minimum of " + minimumVcores,
                    "Give at least " + minimumVcores));
  }

  private static void checkShare(Problems problems, String where, Optional<BigDecimal> share) {
    share.ifPresent(
        value ->
            problems.require(
                value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0,
                where,
                value.toPlainString() + " is no share",
                "Give a number above 0 and at most 1, as in 0.5"));
  }

  /** Adds a problem where a NodeManager is said to offer memory that its machine does not have. */
  void check(Machines machines, Problems problems) {
    part.nodeMemory()
        .ifPresent(
            offered ->
                problems.require(
                    offered.compareTo(machines.memory()) <= 0,
                    "cluster/yarn/nodeMemory",
                    offered + " is more than the machine's " + machines.memory(),
                    "Give at most " + machines.where() + "/memory"));
  }

  /** Returns what the NodeManager of one machine hands out. */
  NodeOffer offer(Machines machines) {
    long fivePercentGib = Math.max(1, machines.memory().mebibytes() / 20 / 1024);
    Amount cores =
        part.nodeVcores().isPresent()
            ? Amount.cores("cluster/yarn/nodeVcores", part.nodeVcores().getAsInt())
            : reserves.cores(machines, RESERVED_MILLICORES, RESERVED);
    Amount memory =
        part.nodeMemory()
            .map(offered -> Amount.memory("cluster/yarn/nodeMemory", offered.mebibytes()))
            .orElseGet(() -> reserves.memory(machines, fivePercentGib * 1024, RESERVED));
    return new NodeOffer(cores, memory);
  }

  /** Returns the scheduler's rules; a maximum that is not declared is the largest node's. */
  YarnRules rules(List<NodeGroup> groups, Problems problems) {
    long nodeMib = groups.stream().mapToLong(NodeGroup::memoryMib).max().orElse(0);
    int nodeVcores = groups.stream().mapToInt(NodeGroup::cores).max().orElse(1);
    problems.require(
        part.maximumAllocation().isPresent() || nodeMib < 1 || nodeMib >= minimumMib,
        "cluster/yarn/minimumAllocation",
        minimumMib + " MiB is more than the " + nodeMib + " MiB that a node offers",
        "Give at most " + nodeMib + "m, or declare larger nodes");
    problems.require(
        part.maximumVcores().isPresent() || nodeVcores >= minimumVcores,
        "cluster/yarn/minimumVcores",
        minimumVcores + " is more than the " + nodeVcores + " vcores that a node offers",
        "Give at most " + nodeVcores + ", or declare larger nodes");
    ContainerBounds bounds =
        new ContainerBounds(
            Math.max(1, minimumMib),
            Math.max(1, incrementMib),
            Math.min(nodeMib, part.maximumAllocation().map(MemorySize::mebibytes).orElse(nodeMib)),
            minimumVcores,
            Math.min(nodeVcores, part.maximumVcores().orElse(nodeVcores)));
    return new YarnRules(
        scheduler,
        part.calculator().orElse(ResourceCalculator.DEFAULT),
        bounds,
        new YarnQueue(
            part.queue(),
            part.queueShare().orElse(BigDecimal.ONE),
            part.maximumAmShare().orElse(YarnQueue.defaultMaximumAmShare(scheduler))),
        part.maximumAllocation().isPresent() && part.maximumVcores().isPresent());
  }
}
