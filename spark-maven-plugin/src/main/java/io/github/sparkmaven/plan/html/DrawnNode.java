/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.hardware.NodeGroup;

/**
 * Nodes that hold the same.
 *
 * @param group the group that they are of
 * @param nodes how many they are
 * @param driver whether the driver or application master is here
 * @param executors executors on each
 */
record DrawnNode(NodeGroup group, int nodes, boolean driver, int executors) {

  /** Returns the first of these nodes with one executor more. */
  DrawnNode withOneMore(int first) {
    return new DrawnNode(group, first, driver, executors + 1);
  }

  /** Returns as many of these nodes. */
  DrawnNode times(int others) {
    return new DrawnNode(group, others, driver, executors);
  }
}
