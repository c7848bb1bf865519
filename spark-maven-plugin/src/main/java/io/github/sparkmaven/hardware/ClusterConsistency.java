/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what contradicts itself in a declared cluster. */
final class ClusterConsistency {
  private final DeclaredCluster declared;
  private final Manager manager;
  private final Problems problems;

  ClusterConsistency(DeclaredCluster declared, Problems problems) {
    this.declared = declared;
    this.manager = declared.managerOrDefault();
    this.problems = problems;
  }

  void check() {
    declared.master().ifPresent(this::checkMaster);
    checkPart("yarn", Manager.YARN, declared.yarn());
    checkPart("kubernetes", Manager.KUBERNETES, declared.kubernetes());
    checkPart("standalone", Manager.STANDALONE, declared.standalone());
    problems.require(
        manager != Manager.LOCAL
            || declared.deployMode().orElse(DeployMode.CLIENT) == DeployMode.CLIENT,
        "cluster/deployMode",
        "'cluster' needs a cluster, and the manager is local",
        "Use client, or another manager");
    checkReserves();
    if (manager != Manager.LOCAL) {
      checkGroups();
    }
  }

  private void checkMaster(String master) {
    Optional<Manager> ofMaster = MasterUrl.managerOf(master);
    if (ofMaster.isEmpty()) {
      problems.add(
          "cluster/master",
          "'" + master + "' is no master URL that this version knows",
          "Give " + MasterUrl.FORMS);
    } else if (ofMaster.get() != manager) {
      problems.add(
          "cluster/master",
          "'" + master + "' contradicts cluster/manager " + manager.label(),
          "Give a master of that manager, or leave one of the two out");
    }
  }

  private void checkPart(String name, Manager itsManager, Optional<?> part) {
    problems.require(
        part.isEmpty() || manager == itsManager,
        "cluster/" + name,
        "is given although the manager is " + manager.label(),
        "Set cluster/manager to " + itsManager.label() + ", or remove cluster/" + name);
  }

  private void checkReserves() {
    declared
        .reserved()
        .cores()
        .ifPresent(
            reserved ->
                problems.require(
                    reserved >= 0,
                    "cluster/reservedCores",
                    reserved + " is negative",
                    "Give 0 or more"));
  }

  private void checkGroups() {
    declared
        .nodeGroups()
        .keySet()
        .forEach(
            name ->
                problems.require(
                    name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
                    "cluster/nodeGroups/" + name,
                    "is no group's name",
                    "Use letters, digits, dots, hyphens and underscores"));
    problems.require(
        declared.nodeGroups().isEmpty() || declared.machines().nodes().isEmpty(),
        "cluster/nodes",
        "is given beside cluster/nodeGroups, which have nodes of their own",
        "Keep one of the two");
    boolean everyGroupMayBeGone =
        Stream.concat(
                Stream.of(declared.machines()).filter(any -> declared.nodeGroups().isEmpty()),
                declared.nodeGroups().values().stream())
            .allMatch(part -> part.nodes().map(range -> range.least() == 0).orElse(false));
    problems.require(
        !everyGroupMayBeGone,
        declared.nodeGroups().isEmpty() ? "cluster/nodes" : "cluster/nodeGroups",
        "may scale down to no machine at all, where nothing can run",
        "Begin a range with 1 or more, as in 1..40");
  }
}
