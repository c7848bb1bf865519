/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import java.util.Optional;

/**
 * A cluster with every default filled in: what the planner works on.
 *
 * @param rules the manager and its rules
 * @param master the master URL, where one is known
 * @param deployMode where the driver runs
 * @param nodes the machines, and what the manager hands out on each
 * @param offerReason how the offer of one node came about, with its numbers
 */
public record Cluster(
    ManagerRules rules,
    Optional<String> master,
    DeployMode deployMode,
    NodeGroup nodes,
    String offerReason) {

  /** Returns the cluster's manager. */
  public Manager manager() {
    return rules.manager();
  }
}
