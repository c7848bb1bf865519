/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A cluster with every default filled in: what the planner works on.
 *
 * @param rules the manager and its rules
 * @param master the master URL, where one is known
 * @param deployMode where the driver runs
 * @param groups the machines, and what the manager hands out on each; those that are alike together
 * @param disks local disks of a machine
 */
public record Cluster(
    ManagerRules rules,
    Optional<String> master,
    DeployMode deployMode,
    List<NodeGroup> groups,
    Disks disks) {

  /** Copies the groups. */
  public Cluster {
    groups = List.copyOf(groups);
  }

  /** Returns the cluster's manager. */
  public Manager manager() {
    return rules.manager();
  }

  /** Returns the machines at the upper end. */
  public long nodes() {
    return sum(NodeGroup::nodes);
  }

  /** Returns the cores that all machines offer. */
  public long coresOffered() {
    return sum(NodeGroup::coresOffered);
  }

  /** Returns the memory in MiB that all machines offer. */
  public long memoryOfferedMib() {
    return sum(NodeGroup::memoryOfferedMib);
  }

  /** Returns the cores of the machine that offers most of them. */
  public int mostCores() {
    return groups.stream().mapToInt(NodeGroup::cores).max().orElseThrow();
  }

  /** Returns the memory in MiB of the machine that offers most of it. */
  public long mostMemoryMib() {
    return groups.stream().mapToLong(NodeGroup::memoryMib).max().orElseThrow();
  }

  /** Says whether the number of machines changes while a job runs. */
  public boolean scales() {
    return groups.stream().anyMatch(group -> group.range().scales());
  }

  /** Says whether a provider may take some machines back. */
  public boolean hasSpot() {
    return groups.stream().anyMatch(NodeGroup::spot);
  }

  /** Returns the cluster at the lower end of its ranges, without the groups that are gone then. */
  public Cluster atItsLeast() {
    List<NodeGroup> least =
        groups.stream()
            .filter(group -> group.range().least() > 0)
            .map(group -> group.with(NodeRange.of(group.range().least())))
            .toList();
    return new Cluster(rules, master, deployMode, least, disks);
  }

  /** Returns this cluster under other rules of the same manager. */
  public Cluster with(ManagerRules others) {
    return new Cluster(others, master, deployMode, groups, disks);
  }

  /** Returns what one machine of each group offers, and how that came about. */
  public String offer() {
    return groups.size() == 1
        ? groups.get(0).offer()
        : groups.stream()
            .map(group -> group.name() + ": " + group.offer())
            .collect(Collectors.joining("; "));
  }

  private long sum(ToLongFunction<NodeGroup> figure) {
    return groups.stream().mapToLong(figure).sum();
  }
}
