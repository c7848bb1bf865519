/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import java.util.Optional;

/**
 * Where an application runs, and the settings that say how its manager is reached.
 *
 * @param master the URL that spark-submit is given
 * @param conf the effective Spark settings; a client reads ports, the namespace and credentials
 */
public record Target(Manager manager, String master, DeployMode mode, LayeredConf conf) {
  /**
   * The setting that names whom a job runs as in whose place another submits, for which Spark has
   * an option alone: a secured manager lets nobody else end the application.
   */
  public static final String PROXY_USER = "spark.maven.proxyUser";

  /** Returns the value of a Spark setting, where one is given. */
  public Optional<String> setting(String key) {
    return conf.find(key).map(Setting::value);
  }

  /** Says whether the driver runs on a node of a cluster, out of this machine's sight. */
  public boolean driverInCluster() {
    return mode == DeployMode.CLUSTER && manager != Manager.LOCAL;
  }

  /** Returns the target in words, as in {@code yarn, cluster mode}. */
  @Override
  public String toString() {
    return manager == Manager.LOCAL ? master : master + ", " + mode.label() + " mode";
  }
}
