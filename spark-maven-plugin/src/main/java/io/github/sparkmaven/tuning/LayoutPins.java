/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.unit.MemorySize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Pins that shape the layout of the executors.
 *
 * @param executorsPerNode number of executors on one node
 * @param executorInstances number of executors in all
 * @param executorCores cores of an executor
 * @param executorMemory heap of an executor
 * @param coresMax cores of all executors together ({@code spark.cores.max})
 */
public record LayoutPins(
    OptionalInt executorsPerNode,
    OptionalInt executorInstances,
    OptionalInt executorCores,
    Optional<MemorySize> executorMemory,
    OptionalInt coresMax) {

  /** Nothing is pinned. */
  public static final LayoutPins NONE =
      new LayoutPins(
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          OptionalInt.empty());

  /** Returns these pins without the number of executors on a node. */
  LayoutPins withoutExecutorsPerNode() {
    return new LayoutPins(
        OptionalInt.empty(), executorInstances, executorCores, executorMemory, coresMax);
  }

  /** Returns these pins without the cores of an executor. */
  LayoutPins withoutExecutorCores() {
    return new LayoutPins(
        executorsPerNode, executorInstances, OptionalInt.empty(), executorMemory, coresMax);
  }

  /** Returns these pins without the heap of an executor. */
  LayoutPins withoutExecutorMemory() {
    return new LayoutPins(
        executorsPerNode, executorInstances, executorCores, Optional.empty(), coresMax);
  }

  /** Says whether the number of executors in all is pinned, in whatever way. */
  boolean pinNumber() {
    return executorsPerNode.isPresent() || executorInstances.isPresent() || coresMax.isPresent();
  }

  /** Returns the pins as a user would name them. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    executorsPerNode.ifPresent(value -> names.add("executorsPerNode " + value));
    executorInstances.ifPresent(value -> names.add("spark.executor.instances " + value));
    executorCores.ifPresent(value -> names.add("executorCores " + value));
    executorMemory.ifPresent(value -> names.add("executorMemory " + value));
    coresMax.ifPresent(value -> names.add("spark.cores.max " + value));
    return names;
  }
}
