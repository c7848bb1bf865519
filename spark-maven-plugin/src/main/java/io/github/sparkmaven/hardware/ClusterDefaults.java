/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import java.util.Optional;

/**
 * Fills in what a user did not declare of a cluster, with the stated defaults, and checks the
 * whole.
 *
 * <p>What the system keeps back: in local mode half of the memory (Maven, an IDE and a browser live
 * there too); on a standalone worker 1 GiB and no core, as Spark's own worker does ({@code
 * WorkerArguments.inferDefaultMemory}); on YARN see {@link YarnDefaults}.
 */
public final class ClusterDefaults {
  private static final long STANDALONE_RESERVED_MIB = 1024;

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
    declared
        .reservedCores()
        .ifPresent(
            reserved ->
                own.require(
                    reserved >= 0,
                    "cluster/reservedCores",
                    reserved + " is negative",
                    "Give 0 or more"));
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
    return Machines.local(declared, machine, own)
        .map(
            known ->
                cluster(
                    new LocalRules(),
                    known,
                    new NodeOffer(
                        NodeOffer.Cores.of(known.cores(), declared, 0),
                        NodeOffer.Memory.of(
                            known.memory(), declared, known.memory().mebibytes() / 2)),
                    own));
  }

  private Optional<Cluster> standalone(Problems own) {
    DeclaredCluster.Standalone part =
        declared.standalone().orElse(DeclaredCluster.Standalone.NOTHING);
    return Machines.ofCluster(declared, part.workerCores(), part.workerMemory(), own)
        .map(known -> cluster(new StandaloneRules(), known, worker(part, known), own));
  }

  private NodeOffer worker(DeclaredCluster.Standalone part, Machines known) {
    return new NodeOffer(
        part.workerCores().isPresent()
            ? NodeOffer.Cores.given("cluster/standalone/workerCores", part.workerCores().getAsInt())
            : NodeOffer.Cores.of(known.cores(), declared, 0),
        part.workerMemory()
            .map(offered -> NodeOffer.Memory.given("cluster/standalone/workerMemory", offered))
            .orElseGet(
                () -> NodeOffer.Memory.of(known.memory(), declared, STANDALONE_RESERVED_MIB)));
  }

  private Optional<Cluster> yarn(Problems own) {
    DeclaredCluster.Yarn part = declared.yarn().orElse(DeclaredCluster.Yarn.NOTHING);
    YarnDefaults defaults = new YarnDefaults(declared, part);
    defaults.check(own);
    return Machines.ofCluster(declared, part.nodeVcores(), part.nodeMemory(), own)
        .map(
            known -> {
              NodeOffer offer = defaults.offer(known);
              return cluster(defaults.rules(offer, own), known, offer, own);
            });
  }

  /** The result counts only when no problem was found. */
  private Cluster cluster(ManagerRules rules, Machines known, NodeOffer offer, Problems own) {
    offer.check(own);
    return new Cluster(
        rules,
        declared.master(),
        declared.deployMode().orElse(DeployMode.CLIENT),
        new NodeGroup(known.nodes(), offer.cores().offered(), offer.memory().offeredMib()),
        offer.reason());
  }
}
