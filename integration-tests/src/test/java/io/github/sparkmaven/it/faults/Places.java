/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Where a manager's rows run; clusters are started with the first row that needs them. */
interface Places extends AutoCloseable {
  /** Drivers of client mode serve this machine alone. */
  Map<String, String> LOOPBACK = Map.of("SPARK_LOCAL_IP", "127.0.0.1");

  /** Returns where a row runs. */
  Place of(Fault fault, FaultJob job) throws IOException, InterruptedException;

  @Override
  void close();

  /** Returns a manager's places, whose clusters leave their files in a folder. */
  static Places of(String manager, Path work) {
    return switch (manager) {
      case "local" -> new LocalPlace();
      case "standalone" -> new StandalonePlaces(work);
      case "yarn" -> new YarnPlaces(work);
      case "kubernetes" -> new KubernetesPlaces(work);
      default -> throw new IllegalArgumentException(manager);
    };
  }
}
