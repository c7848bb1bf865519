/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.unit.MemorySize;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A cluster as far as the user declared it; {@link ClusterDefaults} fills in the rest.
 *
 * @param manager the cluster manager
 * @param master the master URL
 * @param deployMode where the driver runs
 * @param machines the machines, or what the groups have in common
 * @param nodeGroups groups of machines that differ, by name
 * @param disks local disks of a machine
 * @param reserved what is kept for the operating system and daemons
 * @param yarn the {@code cluster/yarn} part
 * @param kubernetes the {@code cluster/kubernetes} part
 * @param standalone the {@code cluster/standalone} part
 */
public record DeclaredCluster(
    Optional<Manager> manager,
    Optional<String> master,
    Optional<DeployMode> deployMode,
    DeclaredMachines machines,
    Map<String, DeclaredMachines> nodeGroups,
    Optional<Disks> disks,
    Reserved reserved,
    Optional<DeclaredYarn> yarn,
    Optional<DeclaredKubernetes> kubernetes,
    Optional<DeclaredStandalone> standalone) {

  /** A cluster of which nothing was declared. */
  public static final DeclaredCluster NOTHING =
      new DeclaredCluster(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          DeclaredMachines.NOTHING,
          Map.of(),
          Optional.empty(),
          new Reserved(OptionalInt.empty(), Optional.empty()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the groups, in the order of their names. */
  public DeclaredCluster {
    nodeGroups = Collections.unmodifiableMap(new TreeMap<>(nodeGroups));
  }

  /**
   * What is kept for the operating system and daemons.
   *
   * @param cores cores of a machine
   * @param memory memory of a machine
   */
  public record Reserved(OptionalInt cores, Optional<MemorySize> memory) {}

  /** Returns this cluster with another master. */
  public DeclaredCluster withMaster(String url) {
    return new DeclaredCluster(
        manager,
        Optional.of(url),
        deployMode,
        machines,
        nodeGroups,
        disks,
        reserved,
        yarn,
        kubernetes,
        standalone);
  }

  /** Returns this cluster with another deploy mode. */
  public DeclaredCluster withDeployMode(DeployMode mode) {
    return new DeclaredCluster(
        manager,
        master,
        Optional.of(mode),
        machines,
        nodeGroups,
        disks,
        reserved,
        yarn,
        kubernetes,
        standalone);
  }

  /** Returns this cluster with another {@code cluster/yarn} part. */
  public DeclaredCluster withYarn(DeclaredYarn part) {
    return new DeclaredCluster(
        manager,
        master,
        deployMode,
        machines,
        nodeGroups,
        disks,
        reserved,
        Optional.of(part),
        kubernetes,
        standalone);
  }

  /** Says whether the number of machines changes while a job runs. */
  public boolean scales() {
    return Stream.concat(Stream.of(machines), nodeGroups.values().stream())
        .flatMap(part -> part.nodes().stream())
        .anyMatch(NodeRange::scales);
  }

  /** Returns the manager: the declared one, else the master URL's, else local. */
  public Manager managerOrDefault() {
    return manager.or(() -> master.flatMap(MasterUrl::managerOf)).orElse(Manager.LOCAL);
  }
}
