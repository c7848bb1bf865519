/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

/** Local mode has no manager, and so nothing that could be ruled. */
public record LocalRules() implements ManagerRules {
  @Override
  public Manager manager() {
    return Manager.LOCAL;
  }
}
