/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the master granted.
 *
 * @param workers executors and what they hold, in the order in which the workers were given
 * @param driverWorker the position of the worker that holds the driver, if one does
 */
record Granted(List<Share> workers, OptionalInt driverWorker) {

  Granted {
    workers = List.copyOf(workers);
  }

  /** Returns the executors of all workers. */
  int executors() {
    return workers.stream().mapToInt(Share::executors).sum();
  }

  /** Returns the cores of all executors. */
  int cores() {
    return workers.stream().mapToInt(Share::cores).sum();
  }

  /** Returns the executors of each worker. */
  List<Integer> perWorker() {
    return workers.stream().map(Share::executors).toList();
  }

  /**
   * What an application has of one worker.
   *
   * @param executors how many executors
   * @param cores the cores of them all
   * @param memoryMib the memory that the master set aside for them
   */
  record Share(int executors, int cores, int memoryMib) {}
}
