/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One question to a master: these workers, all registered and idle, and then this application.
 *
 * @param workers what each worker declares
 * @param coresMax {@code spark.cores.max}
 * @param executorCores {@code spark.executor.cores}
 * @param executorMib {@code spark.executor.memory}
 * @param spreadOut {@code spark.deploy.spreadOut} of the master
 * @param driver the driver that comes first, in cluster mode
 */
record MasterCase(
    List<Worker> workers,
    int coresMax,
    int executorCores,
    long executorMib,
    boolean spreadOut,
    Optional<Driver> driver) {

  MasterCase {
    workers = List.copyOf(workers);
  }

  /** Returns the settings that an application of this case is submitted with. */
  Map<String, String> settings() {
    return Map.of(
        "spark.cores.max", Integer.toString(coresMax),
        "spark.executor.cores", Integer.toString(executorCores),
        "spark.executor.memory", executorMib + "m");
  }

  /**
   * What a worker declares.
   *
   * @param cores {@code SPARK_WORKER_CORES}
   * @param memoryMib {@code SPARK_WORKER_MEMORY}
   */
  record Worker(int cores, int memoryMib) {}

  /**
   * A driver of cluster mode.
   *
   * @param cores {@code spark.driver.cores}
   * @param memoryMib {@code spark.driver.memory}
   */
  record Driver(int cores, int memoryMib) {}
}
