/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

/** What one cluster manager makes of a request for executors; one record a manager. */
public sealed interface ManagerRules permits LocalRules, StandaloneRules, YarnRules {

  /** Returns the manager that these rules belong to. */
  Manager manager();
}
