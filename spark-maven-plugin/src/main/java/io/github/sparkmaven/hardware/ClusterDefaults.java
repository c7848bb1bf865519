/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Fills in what a user did not declare of a cluster, with the stated defaults, and checks the
 * whole.
 *
 * <p>What the system keeps back: in local mode half of the memory (Maven, an IDE and a browser live
 * there too); on a standalone worker 1 GiB and no core, as Spark's own worker does ({@code
 * WorkerArguments.inferDefaultMemory}); on YARN see {@link YarnDefaults}, on Kubernetes {@link
 * KubernetesDefaults}.
 */
public final class ClusterDefaults {
  private static final long STANDALONE_RESERVED_MIB = 1024;
  private static final String RESERVED = "reserved";

  private final DeclaredCluster declared;
  private final Machine machine;
  private final Problems problems;
  private final Reserves reserves;

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
    this.reserves = new Reserves(declared.reserved());
  }

  /** Returns the complete cluster, or nothing when problems were found. */
  public Optional<Cluster> complete() {
    Problems own = new Problems();
    new ClusterConsistency(declared, own).check();
    Optional<Cluster> cluster =
        switch (declared.managerOrDefault()) {
          case LOCAL -> local(own);
          case STANDALONE -> standalone(own);
          case YARN -> yarn(own);
          case KUBERNETES -> kubernetes(own);
        };
    problems.addAll(own);
    return own.none() ? cluster : Optional.empty();
  }

  private Optional<Cluster> local(Problems own) {
    return Machines.local(declared, machine, own)
        .map(
            known ->
                cluster(
                    new LocalRules(),
                    List.of(
                        group(
                            known,
                            new NodeOffer(
                                reserves.cores(known, 0, RESERVED),
                                reserves.memory(known, known.memory().mebibytes() / 2, RESERVED)),
                            own))));
  }

  private Optional<Cluster> standalone(Problems own) {
    DeclaredStandalone part = declared.standalone().orElse(DeclaredStandalone.NOTHING);
    Machines.checkOfferedCores(own, "cluster/standalone/workerCores", part.workerCores());
    List<NodeGroup> groups =
        groups(part.workerCores(), part.workerMemory(), known -> worker(part, known, own), own);
    return Optional.of(cluster(new StandaloneRules(), groups));
  }

  private NodeOffer worker(DeclaredStandalone part, Machines known, Problems own) {
    part.workerMemory()
        .ifPresent(
            offered ->
                own.require(
                    offered.compareTo(known.memory()) <= 0,
                    "cluster/standalone/workerMemory",
                    offered + " is more than the machine's " + known.memory(),
                    "Give at most " + known.where() + "/memory"));
    return new NodeOffer(
        part.workerCores().isPresent()
            ? Amount.cores("cluster/standalone/workerCores", part.workerCores().getAsInt())
            : reserves.cores(known, 0, RESERVED),
        part.workerMemory()
            .map(offered -> Amount.memory("cluster/standalone/workerMemory", offered.mebibytes()))
            .orElseGet(() -> reserves.memory(known, STANDALONE_RESERVED_MIB, RESERVED)));
  }

  private Optional<Cluster> yarn(Problems own) {
    DeclaredYarn part = declared.yarn().orElse(DeclaredYarn.NOTHING);
    YarnDefaults defaults = new YarnDefaults(part, reserves);
    defaults.check(own);
    List<NodeGroup> groups =
        groups(
            part.nodeVcores(),
            part.nodeMemory(),
            known -> {
              defaults.check(known, own);
              return defaults.offer(known);
            },
            own);
    return own.none()
        ? Optional.of(cluster(defaults.rules(groups, own), groups))
        : Optional.empty();
  }

  private Optional<Cluster> kubernetes(Problems own) {
    DeclaredKubernetes part = declared.kubernetes().orElse(DeclaredKubernetes.NOTHING);
    KubernetesDefaults defaults = new KubernetesDefaults(part, reserves);
    OptionalInt cores =
        part.allocatableCores().stream()
            .mapToInt(cpu -> (int) Math.max(1, (cpu.millicores() + 999) / 1000))
            .findFirst();
    Machines.checkOfferedCores(own, "cluster/kubernetes/allocatableCores", cores);
    List<NodeGroup> groups =
        groups(
            cores,
            part.allocatableMemory(),
            known -> {
              defaults.check(known, own);
              return defaults.offer(known);
            },
            own);
    return Optional.of(cluster(part.rules(), groups));
  }

  private List<NodeGroup> groups(
      OptionalInt offeredCores,
      Optional<MemorySize> offeredMemory,
      Function<Machines, NodeOffer> offer,
      Problems own) {
    List<NodeGroup> groups = new ArrayList<>();
    if (declared.nodeGroups().isEmpty()) {
      Machines.ofCluster(
              "cluster", NodeGroup.ONLY, declared.machines(), offeredCores, offeredMemory, own)
          .ifPresent(known -> groups.add(group(known, offer.apply(known), own)));
    }
    declared
        .nodeGroups()
        .forEach(
            (name, part) ->
                Machines.ofCluster(
                        "cluster/nodeGroups/" + name,
                        name,
                        part.over(declared.machines()),
                        offeredCores,
                        offeredMemory,
                        own)
                    .ifPresent(known -> groups.add(group(known, offer.apply(known), own))));
    return groups;
  }

  private static NodeGroup group(Machines known, NodeOffer offer, Problems own) {
    offer.check(own);
    return offer.group(known);
  }

  /** The result counts only when no problem was found. */
  private Cluster cluster(ManagerRules rules, List<NodeGroup> groups) {
    return new Cluster(
        rules,
        declared.master(),
        declared.deployMode().orElse(DeployMode.CLIENT),
        groups,
        declared.disks().orElse(Disks.UNKNOWN));
  }
}
