/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The machines that a user declared, before anything is kept back of them.
 *
 * @param nodes how many there are
 * @param cores cores that one has
 * @param memory memory that one has
 */
record Machines(int nodes, int cores, MemorySize memory) {
  // Beyond what is built today; they keep a slip of the finger from a search without an end.
  private static final int MOST_NODES = 100_000;
  private static final int MOST_CORES = 4096;
  private static final MemorySize MOST_MEMORY = MemorySize.ofMebibytes(1L << 28);

  /** Returns this computer, as far as the declaration does not say otherwise. */
  static Optional<Machines> local(DeclaredCluster declared, Machine machine, Problems problems) {
    Problems own = new Problems();
    own.require(
        declared.nodes().orElse(1) == 1,
        "cluster/nodes",
        declared.nodes().orElse(1) + " nodes, although local mode has one",
        "Remove it, or choose another manager");
    requireBetweenOneAnd(MOST_CORES, own, "cluster/cores", declared.cores());
    Machines machines =
        new Machines(
            1,
            declared.cores().orElseGet(() -> declared.coresOfMaster().orElse(machine.cores())),
            declared.memory().orElse(machine.memory()));
    problems.addAll(own);
    return own.none() ? Optional.of(machines) : Optional.empty();
  }

  /**
   * Returns the machines of a cluster.
   *
   * @param offeredCores cores that the manager was declared to offer, which stand in for the
   *     machine's
   * @param offeredMemory memory that the manager was declared to offer
   */
  static Optional<Machines> ofCluster(
      DeclaredCluster declared,
      OptionalInt offeredCores,
      Optional<MemorySize> offeredMemory,
      Problems problems) {
    Problems own = new Problems();
    OptionalInt cores = declared.cores().isPresent() ? declared.cores() : offeredCores;
    Optional<MemorySize> memory = declared.memory().or(() -> offeredMemory);
    String missing = "is missing, and " + declared.managerOrDefault().label() + " needs it";
    own.require(
        declared.nodes().isPresent(),
        "cluster/nodes",
        missing,
        "Give the number of machines that run executors, as in <nodes>6</nodes>");
    own.require(
        cores.isPresent(),
        "cluster/cores",
        missing,
        "Give the cores of one machine, as in <cores>16</cores>");
    own.require(
        memory.isPresent(),
        "cluster/memory",
        missing,
        "Give the memory of one machine, as in <memory>64g</memory>");
    requireBetweenOneAnd(MOST_NODES, own, "cluster/nodes", declared.nodes());
    requireBetweenOneAnd(MOST_CORES, own, "cluster/cores", declared.cores());
    memory.ifPresent(
        size ->
            own.require(
                size.compareTo(MOST_MEMORY) <= 0,
                "cluster/memory",
                size + " is more than any machine has",
                "Give at most " + MOST_MEMORY.mebibytes() / 1024 + "g"));
    problems.addAll(own);
    return own.none()
        ? Optional.of(
            new Machines(declared.nodes().orElseThrow(), cores.orElseThrow(), memory.orElseThrow()))
        : Optional.empty();
  }

  private static void requireBetweenOneAnd(
      int most, Problems problems, String where, OptionalInt declared) {
    requirePositive(problems, where, declared);
    declared.ifPresent(
        value ->
            problems.require(
                value <= most,
                where,
                value + " is more than any cluster has",
                "Give at most " + most));
  }

  /** Adds a problem when a declared number is less than 1. */
  static void requirePositive(Problems problems, String where, OptionalInt declared) {
    declared.ifPresent(
        value ->
            problems.require(
                value >= 1, where, value + " is less than 1", "Give a whole number from 1 up"));
  }
}
