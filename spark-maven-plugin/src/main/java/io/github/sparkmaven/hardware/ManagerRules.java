/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

/** What one cluster manager makes of a request for a container; one record a manager. */
public sealed interface ManagerRules
    permits LocalRules, StandaloneRules, YarnRules, KubernetesRules {

  /** Returns the manager that these rules belong to. */
  Manager manager();

  /**
   * Returns what the manager sets aside on a machine for a request that it accepts; cores are 0
   * where it does not count them.
   */
  default Demand setAside(Demand request) {
    return request;
  }

  /** Says whether the manager would ever grant the request, were there a machine for it. */
  default boolean accepts(Demand request) {
    return true;
  }

  /** Returns the largest container in MiB; a machine's own memory may be less. */
  default long largestMib() {
    return Long.MAX_VALUE;
  }

  /** Returns the step in MiB in which containers grow. */
  default long stepMib() {
    return 1;
  }

  /** Says whether the manager counts an executor's heap alone, and not its other memory. */
  default boolean countsHeapAlone() {
    return false;
  }
}
