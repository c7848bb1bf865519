/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Where rows run.
 *
 * @param arguments what the builds are given
 * @param environment variables of the builds
 * @param alive names what is alive on the cluster
 * @param endMaster ends the manager
 */
record Place(List<String> arguments, Map<String, String> environment, Alive alive, Deed endMaster) {

  /** Asks the cluster. */
  interface Alive {
    List<String> now() throws IOException;
  }

  /** Does something to the cluster. */
  interface Deed {
    void run() throws IOException;
  }
}
