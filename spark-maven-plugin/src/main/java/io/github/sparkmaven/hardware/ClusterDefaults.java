/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Fills in what a user did not declare of a cluster, with the stated defaults, and checks the
 * whole.
 *
 * <p>What the system keeps back: in local mode half of the memory (Maven, an IDE and a browser live
 * there too); on a standalone worker 1 GiB and no core, as Spark's own worker does ({@code
 * WorkerArguments.inferDefaultMemory}); on YARN 1 core and 5 % of the memory in whole GiB, at least
 * 1 GiB, which gives the 61 GiB and 15 vcores that operators set on a machine of 64 GiB and 16
 * cores.
 */
public final class ClusterDefaults {
  private final DeclaredCluster declared;
  private final Machine machine;
  private final Problems problems;

  /**
   * Prepares to complete a declaration.
   *
   * @param machine this computer, which local mode runs on
   * @param problems gets every fault that is found
   */
  public ClusterDefaults(DeclaredCluster declared, Machine machine, Problems problems) {
    this.declared = declared;
    this.machine = machine;
    this.problems = problems;
  }

  /** Returns the complete cluster, or nothing when problems were found. */
  public Optional<Cluster> complete() {
    Problems own = new Problems();
    checkMaster(own);
    checkForeignParts(own);
    Optional<Cluster> cluster =
        switch (declared.managerOrDefault()) {
          case LOCAL -> local(own);
          case STANDALONE -> standalone(own);
          case YARN -> yarn(own);
        };
    problems.addAll(own);
    return own.none() ? cluster : Optional.empty();
  }

  private void checkMaster(Problems own) {
    if (declared.master().isEmpty()) {
      return;
    }
    String master = declared.master().get();
    Optional<Manager> ofMaster = DeclaredCluster.managerOf(master);
    if (ofMaster.isEmpty()) {
      own.add(
          "cluster/master",
          "'" + master + "' is no master URL that this version knows",
          "Give local, local[N], local[*], spark://host:port or yarn");
    } else if (!ofMaster.get().equals(declared.managerOrDefault())) {
      own.add(
          "cluster/master",
          "'" + master + "' contradicts cluster/manager " + declared.managerOrDefault().label(),
          "Give a master of that manager, or leave one of the two out");
    }
  }

  private void checkForeignParts(Problems own) {
    Manager manager = declared.managerOrDefault();
    own.require(
        declared.yarn().isEmpty() || manager == Manager.YARN,
        "cluster/yarn",
        "is given although the manager is " + manager.label(),
        "Set cluster/manager to yarn, or remove cluster/yarn");
    own.require(
        declared.standalone().isEmpty() || manager == Manager.STANDALONE,
        "cluster/standalone",
        "is given although the manager is " + manager.label(),
        "Set cluster/manager to standalone, or remove cluster/standalone");
    own.require(
        manager != Manager.LOCAL
            || declared.deployMode().orElse(DeployMode.CLIENT) == DeployMode.CLIENT,
        "cluster/deployMode",
        "'cluster' needs a cluster, and the manager is local",
        "Use client, or another manager");
  }

  private Optional<Cluster> local(Problems own) {
    own.require(
        declared.nodes().orElse(1) == 1,
        "cluster/nodes",
        declared.nodes().orElse(1) + " nodes, although local mode has one",
        "Remove it, or choose another manager");
    int cores = positive(own, "cluster/cores", declared.cores().orElse(machine.cores()));
    MemorySize memory = declared.memory().orElse(machine.memory());
    MemorySize reserved =
        declared.reservedMemory().orElse(MemorySize.ofMebibytes(memory.mebibytes() / 2));
    return offer(
        own,
        new LocalRules(),
        1,
        new Share(cores, declared.reservedCores().orElse(0)),
        new MemoryShare(memory, reserved));
  }

  private Optional<Cluster> standalone(Problems own) {
    DeclaredCluster.Standalone part =
        declared.standalone().orElse(DeclaredCluster.Standalone.NOTHING);
    Optional<Machines> machines = machines(own, part.workerCores(), part.workerMemory());
    return machines.flatMap(
        known -> {
          Share cores = new Share(known.cores(), declared.reservedCores().orElse(0));
          MemoryShare memory =
              new MemoryShare(
                  known.memory(), declared.reservedMemory().orElse(MemorySize.ofMebibytes(1024)));
          return offer(
              own,
              new StandaloneRules(),
              known.nodes(),
              part.workerCores().isPresent() ? Share.given(part.workerCores().getAsInt()) : cores,
              part.workerMemory().map(MemoryShare::given).orElse(memory));
        });
  }

  private Optional<Cluster> yarn(Problems own) {
    DeclaredCluster.Yarn part = declared.yarn().orElse(DeclaredCluster.Yarn.NOTHING);
    Optional<Machines> machines = machines(own, part.nodeVcores(), part.nodeMemory());
    return machines.flatMap(known -> yarn(own, part, known));
  }

  private Optional<Cluster> yarn(Problems own, DeclaredCluster.Yarn part, Machines known) {
    Share cores =
        part.nodeVcores().isPresent()
            ? Share.given(part.nodeVcores().getAsInt())
            : new Share(known.cores(), declared.reservedCores().orElse(1));
    long fivePercentGib = Math.max(1, known.memory().mebibytes() / 20 / 1024);
    MemorySize reserved =
        declared.reservedMemory().orElse(MemorySize.ofMebibytes(fivePercentGib * 1024));
    MemoryShare memory =
        part.nodeMemory().map(MemoryShare::given).orElse(new MemoryShare(known.memory(), reserved));
    own.require(
        part.nodeMemory().isEmpty() || part.nodeMemory().get().compareTo(known.memory()) <= 0,
        "cluster/yarn/nodeMemory",
        part.nodeMemory().map(MemorySize::toString).orElse("")
            + " is more than the machine's "
            + known.memory(),
        "Give at most cluster/memory");
    YarnRules rules = rules(own, part, memory.offeredMib(), cores.offered());
    return offer(own, rules, known.nodes(), cores, memory);
  }

  private YarnRules rules(Problems own, DeclaredCluster.Yarn part, long nodeMib, int nodeVcores) {
    long minimum = part.minimumAllocation().map(MemorySize::mebibytes).orElse(1024L);
    long increment = part.incrementAllocation().map(MemorySize::mebibytes).orElse(minimum);
    long maximum = part.maximumAllocation().map(MemorySize::mebibytes).orElse(nodeMib);
    int maximumVcores = part.maximumVcores().orElse(nodeVcores);
    own.require(
        minimum > 0, "cluster/yarn/minimumAllocation", "is less than 1m", "Give at least 1m");
    own.require(
        increment > 0, "cluster/yarn/incrementAllocation", "is less than 1m", "Give at least 1m");
    own.require(
        maximum >= minimum || nodeMib <= 0,
        "cluster/yarn/maximumAllocation",
        maximum + " MiB is less than the minimum allocation of " + minimum + " MiB",
        "Give at least " + minimum + "m");
    positive(own, "cluster/yarn/maximumVcores", maximumVcores);
    boolean declaredBoth = part.maximumAllocation().isPresent() && part.maximumVcores().isPresent();
    return new YarnRules(
        part.calculator().orElse(ResourceCalculator.DEFAULT),
        Math.max(1, minimum),
        Math.max(1, increment),
        maximum,
        maximumVcores,
        declaredBoth);
  }

  private Optional<Machines> machines(
      Problems own, OptionalInt offeredCores, Optional<MemorySize> offeredMemory) {
    String manager = declared.managerOrDefault().label();
    own.require(
        declared.nodes().isPresent(),
        "cluster/nodes",
        "is missing, and " + manager + " needs it",
        "Give the number of machines that run executors, as in <nodes>6</nodes>");
    own.require(
        declared.cores().isPresent() || offeredCores.isPresent(),
        "cluster/cores",
        "is missing, and " + manager + " needs it",
        "Give the cores of one machine, as in <cores>16</cores>");
    own.require(
        declared.memory().isPresent() || offeredMemory.isPresent(),
        "cluster/memory",
        "is missing, and " + manager + " needs it",
        "Give the memory of one machine, as in <memory>64g</memory>");
    declared.nodes().ifPresent(nodes -> positive(own, "cluster/nodes", nodes));
    declared.cores().ifPresent(cores -> positive(own, "cluster/cores", cores));
    if (!own.none()) {
      return Optional.empty();
    }
    return Optional.of(
        new Machines(
            declared.nodes().getAsInt(),
            declared.cores().orElseGet(offeredCores::getAsInt),
            declared.memory().or(() -> offeredMemory).orElseThrow()));
  }

  private Optional<Cluster> offer(
      Problems own, ManagerRules rules, int nodes, Share cores, MemoryShare memory) {
    own.require(
        cores.reserved() >= 0,
        "cluster/reservedCores",
        cores.reserved() + " is negative",
        "Give 0 or more");
    own.require(
        cores.offered() >= 1,
        declared.reservedCores().isPresent() ? "cluster/reservedCores" : "cluster/cores",
        cores + " leaves no core for executors",
        "Give a machine more cores, or reserve fewer");
    own.require(
        memory.offeredMib() >= 1,
        declared.reservedMemory().isPresent() ? "cluster/reservedMemory" : "cluster/memory",
        memory + " leaves no memory for executors",
        "Give a machine more memory, or reserve less");
    if (!own.none()) {
      return Optional.empty();
    }
    return Optional.of(
        new Cluster(
            rules,
            declared.master(),
            declared.deployMode().orElse(DeployMode.CLIENT),
            new NodeGroup(nodes, cores.offered(), memory.offeredMib()),
            String.format(Locale.ROOT, "a node offers %s cores and %s", cores, memory)));
  }

  private static int positive(Problems own, String where, int value) {
    own.require(value >= 1, where, value + " is less than 1", "Give a whole number from 1 up");
    return value;
  }

  private record Machines(int nodes, int cores, MemorySize memory) {}

  private record Share(int total, int reserved) {
    static Share given(int offered) {
      return new Share(offered, 0);
    }

    int offered() {
      return total - reserved;
    }

    @Override
    public String toString() {
      return reserved == 0 ? "" + total : total + " - " + reserved + " reserved = " + offered();
    }
  }

  private record MemoryShare(MemorySize total, MemorySize reserved) {
    static MemoryShare given(MemorySize offered) {
      return new MemoryShare(offered, new MemorySize(0));
    }

    long offeredMib() {
      return total.mebibytes() - reserved.mebibytes();
    }

    @Override
    public String toString() {
      return reserved.bytes() == 0
          ? total.mebibytes() + " MiB"
          : String.format(
              Locale.ROOT,
              "%d - %d reserved = %d MiB",
              total.mebibytes(),
              reserved.mebibytes(),
              offeredMib());
    }
  }
}
