/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

/**
 * A standalone master counts a worker's cores and the executors' heaps, and spreads executors out.
 *
 * <p>Source: {@code Master.scheduleExecutorsOnWorkers} in spark-core.
 */
public record StandaloneRules() implements ManagerRules {
  @Override
  public Manager manager() {
    return Manager.STANDALONE;
  }

  @Override
  public boolean countsHeapAlone() {
    return true;
  }
}
