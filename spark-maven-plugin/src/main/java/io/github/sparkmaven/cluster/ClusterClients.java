/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster;

import io.github.sparkmaven.home.HomeJvm;

/** Opens clients of live managers. */
@FunctionalInterface
public interface ClusterClients {

  /**
   * Returns a client of the target's manager; nothing is asked yet.
   *
   * @param jvm runs the manager's own client classes, where it takes these to ask
   */
  ClusterClient open(Target target, HomeJvm jvm);
}
