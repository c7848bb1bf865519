/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.tuning.Layout;

/**
 * What is taken of one node, in figures.
 *
 * @param memoryMib memory that the node offers
 * @param cores cores that it offers
 * @param gpus GPUs that it has
 * @param driverMib what the driver or application master takes
 * @param executors executors on it
 * @param containerMib what one executor takes
 * @param roundingMib the part of it that nobody asked for
 * @param coresEach cores of one executor
 * @param gpusEach GPUs of one executor
 */
record NodeUse(
    long memoryMib,
    int cores,
    int gpus,
    long driverMib,
    int executors,
    long containerMib,
    long roundingMib,
    int coresEach,
    int gpusEach) {

  /** Returns the use of a node of a plan. */
  static NodeUse of(Plan plan, DrawnNode node) {
    Layout layout = plan.tuning().layout();
    return new NodeUse(
        node.group().memoryMib(),
        node.group().cores(),
        node.group().gpus(),
        node.driver() ? layout.driver().onCluster().memoryMib() : 0,
        node.executors(),
        layout.containerMib(),
        layout.containerMib() - layout.size().requestMib(),
        layout.size().cores(),
        layout.size().gpus());
  }

  /** Returns the memory that is left; below 0 where more is taken than the node offers. */
  long idleMib() {
    return memoryMib - driverMib - executors * containerMib;
  }

  /** Returns the task slots on the node. */
  int coresTaken() {
    return executors * coresEach;
  }

  /** Says whether there are more task slots than cores. */
  boolean overbooked() {
    return coresTaken() > cores;
  }

  /** Returns the GPUs that executors take. */
  int gpusTaken() {
    return executors * gpusEach;
  }
}
