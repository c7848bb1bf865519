/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

/**
 * A standalone master counts a worker's cores and the executors' heaps, and spreads executors out.
 */
public record StandaloneRules() implements ManagerRules {
  @Override
  public Manager manager() {
    return Manager.STANDALONE;
  }
}
