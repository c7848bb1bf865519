/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.NodeGroup;
import java.util.Locale;

/**
 * The part of a node's memory that one executor may ask for, and how it came about.
 *
 * @param group the group whose node is divided; empty where all machines are alike
 * @param nodeMib the node's memory
 * @param driverMib what the driver or application master takes of it first
 * @param driverName who takes it
 * @param executors among how many the rest is divided
 * @param stepMib the step that the share is rounded down to; 1 for none
 * @param largestMib the largest container
 */
record Share(
    String group,
    long nodeMib,
    long driverMib,
    String driverName,
    int executors,
    long stepMib,
    long largestMib) {

  /**
   * Returns all of a node's memory, divided.
   *
   * @param largestMib the largest container that the manager, or the job's queue, allows
   */
  static Share ofWholeNode(Cluster cluster, NodeGroup group, int executors, long largestMib) {
    return new Share(
        cluster.groups().size() == 1 ? "" : group.name(),
        group.memoryMib(),
        0,
        "",
        executors,
        cluster.rules().stepMib(),
        largestMib);
  }

  /** Returns the share of what a driver leaves of the node. */
  Share beside(DriverLayout driver) {
    return new Share(
        group,
        nodeMib,
        driver.onCluster().memoryMib(),
        driver.name(),
        executors,
        stepMib,
        largestMib);
  }

  /** Returns this share as it is, whatever the scheduler makes of it. */
  Share unrounded() {
    return new Share(group, nodeMib, driverMib, driverName, executors, 1, Long.MAX_VALUE);
  }

  /** Returns the share in MiB. */
  long mebibytes() {
    return Math.min(stepped(), largestMib);
  }

  private long divided() {
    return (nodeMib - driverMib) / executors;
  }

  // What YARN would round away is not asked for.
  private long stepped() {
    return divided() / stepMib * stepMib;
  }

  /**
   * Returns the steps to the share, with the numbers put in.
   *
   * @param largest says what the largest container is
   */
  String text(String largest) {
    String node =
        driverMib == 0
            ? "" + nodeMib
            : String.format(Locale.ROOT, "(%d - %d for the %s)", nodeMib, driverMib, driverName);
    String where = group.isEmpty() ? "" : " of " + group;
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s MiB%s / %d executors per node%s = %d MiB",
                node,
                where,
                executors,
                (nodeMib - driverMib) % executors == 0 ? "" : ", rounded down",
                divided()));
    if (stepped() != divided()) {
      text.append(", in whole ").append(stepMib).append(" MiB = ").append(stepped());
    }
    if (mebibytes() != stepped()) {
      text.append(", at most ").append(largest);
    }
    return text.toString();
  }
}
