/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Machines that are alike, before anything is kept back of them.
 *
 * @param where the POM element that declares them
 * @param name the group's name
 * @param nodes how many there are
 * @param cores cores that one has
 * @param memory memory that one has
 * @param gpus GPUs that one has
 * @param spot whether the provider may take them back
 */
record Machines(
    String where,
    String name,
    NodeRange nodes,
    int cores,
    MemorySize memory,
    int gpus,
    boolean spot) {
  // Beyond what is built today; they keep a slip of the finger from a search without an end.
  private static final int MOST_CORES = 4096;
  private static final int MOST_GPUS = 64;
  private static final MemorySize MOST_MEMORY = MemorySize.ofMebibytes(1L << 28);

  /** Returns this computer, as far as the declaration does not say otherwise. */
  static Optional<Machines> local(DeclaredCluster declared, Machine machine, Problems problems) {
    DeclaredMachines one = declared.machines();
    Problems own = new Problems();
    NodeRange nodes = one.nodes().orElse(NodeRange.of(1));
    own.require(
        nodes.equals(NodeRange.of(1)),
        "cluster/nodes",
        nodes + " nodes, although local mode has one",
        "Remove it, or choose another manager");
    own.require(
        declared.nodeGroups().isEmpty(),
        "cluster/nodeGroups",
        "is given although the manager is local, which has one machine",
        "Remove it, or choose another manager");
    checkSizes("cluster", one, own);
    int cores =
        one.cores()
            .orElseGet(
                () -> MasterUrl.coresOf(declared.master().orElse("")).orElse(machine.cores()));
    problems.addAll(own);
    return own.none()
        ? Optional.of(
            new Machines(
                "cluster",
                NodeGroup.ONLY,
                NodeRange.of(1),
                cores,
                one.memory().orElse(machine.memory()),
                one.gpus().orElse(0),
                false))
        : Optional.empty();
  }

  /**
   * Returns the machines of a cluster, or of one of its groups.
   *
   * @param where the POM element that declares them
   * @param offeredCores cores that the manager was declared to offer, which stand in for the
   *     machine's
   * @param offeredMemory memory that the manager was declared to offer
   */
  static Optional<Machines> ofCluster(
      String where,
      String name,
      DeclaredMachines declared,
      OptionalInt offeredCores,
      Optional<MemorySize> offeredMemory,
      Problems problems) {
    Problems own = new Problems();
    OptionalInt cores = declared.cores().isPresent() ? declared.cores() : offeredCores;
    Optional<MemorySize> memory = declared.memory().or(() -> offeredMemory);
    requirePresent(
        own,
        where + "/nodes",
        declared.nodes().isPresent(),
        "Give the number of machines that run executors, as in <nodes>6</nodes>");
    requirePresent(
        own,
        where + "/cores",
        cores.isPresent(),
        "Give the cores of one machine, as in <cores>16</cores>");
    requirePresent(
        own,
        where + "/memory",
        memory.isPresent(),
        "Give the memory of one machine, as in <memory>64g</memory>");
    checkSizes(where, declared, own);
    checkOffer(where, cores, memory, own);
    problems.addAll(own);
    return own.none()
        ? Optional.of(
            new Machines(
                where,
                name,
                declared.nodes().orElseThrow(),
                cores.orElseThrow(),
                memory.orElseThrow(),
                declared.gpus().orElse(0),
                declared.spot()))
        : Optional.empty();
  }

  /** What a manager was declared to offer stands in for the machine, and has its bounds. */
  private static void checkOffer(
      String where, OptionalInt cores, Optional<MemorySize> memory, Problems problems) {
    if (problems.none()) {
      checkSizes(
          where,
          new DeclaredMachines(Optional.empty(), cores, memory, OptionalInt.empty(), false),
          problems);
    }
  }

  /** Adds a problem when a manager's offer of cores is out of bounds. */
  static void checkOfferedCores(Problems problems, String where, OptionalInt cores) {
    requireBetween(1, MOST_CORES, problems, where, cores);
  }

  private static void requirePresent(Problems problems, String where, boolean present, String fix) {
    problems.require(present, where, "is missing, and a cluster needs it", fix);
  }

  private static void checkSizes(String where, DeclaredMachines declared, Problems problems) {
    requireBetween(1, MOST_CORES, problems, where + "/cores", declared.cores());
    requireBetween(0, MOST_GPUS, problems, where + "/gpus", declared.gpus());
    declared
        .memory()
        .ifPresent(
            size ->
                problems.require(
                    size.compareTo(MOST_MEMORY) <= 0,
                    where + "/memory",
                    size + " is more than any machine has",
                    "Give at most " + MOST_MEMORY.mebibytes() / 1024 + "g"));
  }

  /** Adds a problem when a declared number is out of bounds. */
  static void requireBetween(
      int least, int most, Problems problems, String where, OptionalInt declared) {
    declared.ifPresent(
        value -> {
          problems.require(
              value >= least,
              where,
              value + " is less than " + least,
              "Give a whole number from " + least + " up");
          problems.require(
              value <= most,
              where,
              value + " is more than any machine has",
              "Give at most " + most);
        });
  }
}
