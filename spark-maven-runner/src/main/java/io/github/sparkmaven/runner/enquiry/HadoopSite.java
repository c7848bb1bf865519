/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.hadoop.yarn.conf.HAUtil;
import org.apache.hadoop.yarn.conf.YarnConfiguration;

/** Hadoop's configuration as Spark makes it, and the login that Spark would make. */
final class HadoopSite {
  private static final String SPARK_HADOOP = "spark.hadoop.";

  private HadoopSite() {}

  /**
   * Returns the site's files from the class path, overridden by the {@code spark.hadoop.} settings.
   */
  static Configuration configuration(Map<String, String> settings) {
    Configuration conf = new YarnConfiguration();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(SPARK_HADOOP)) {
            conf.set(key.substring(SPARK_HADOOP.length()), value);
          }
        });
    return impatient(conf);
  }

  // A site lets its clients wait a quarter of an hour for a ResourceManager; who asks here wants to
  // hear that there is none.
  private static Configuration impatient(Configuration conf) {
    conf.setInt("ipc.client.connect.max.retries", 1);
    conf.setInt("ipc.client.connect.max.retries.on.timeouts", 0);
    conf.setInt("ipc.client.connect.timeout", 4_000);
    conf.setInt("ipc.client.rpc-timeout.ms", 6_000);
    conf.setInt(YarnConfiguration.RESOURCEMANAGER_CONNECT_MAX_WAIT_MS, 3_000);
    conf.setInt(YarnConfiguration.RESOURCEMANAGER_CONNECT_RETRY_INTERVAL_MS, 1_000);
    // Twice round the usual two ResourceManagers.
    conf.setInt(YarnConfiguration.CLIENT_FAILOVER_MAX_ATTEMPTS, 4);
    conf.setInt(YarnConfiguration.CLIENT_FAILOVER_SLEEPTIME_BASE_MS, 200);
    conf.setInt(YarnConfiguration.CLIENT_FAILOVER_SLEEPTIME_MAX_MS, 1_000);
    conf.setInt(YarnConfiguration.YARN_CLIENT_APPLICATION_CLIENT_PROTOCOL_POLL_TIMEOUT_MS, 7_000);
    conf.setInt(YarnConfiguration.YARN_CLIENT_APPLICATION_CLIENT_PROTOCOL_POLL_INTERVAL_MS, 200);
    return conf;
  }

  /** Logs in by the keytab that the settings name, else with what the user has. */
  static void login(Map<String, String> settings, Configuration conf) throws IOException {
    UserGroupInformation.setConfiguration(conf);
    Optional<String> keytab = given(settings, "spark.kerberos.keytab", "spark.yarn.keytab");
    Optional<String> principal =
        given(settings, "spark.kerberos.principal", "spark.yarn.principal");
    if (UserGroupInformation.isSecurityEnabled() && keytab.isPresent() && principal.isPresent()) {
      UserGroupInformation.loginUserFromKeytab(principal.get(), path(keytab.get()));
    } else {
      UserGroupInformation.getLoginUser();
    }
  }

  private static Optional<String> given(Map<String, String> settings, String... keys) {
    return Stream.of(keys)
        .filter(settings::containsKey)
        .map(key -> String.valueOf(settings.get(key)))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static String path(String keytab) {
    return keytab.startsWith("local:") ? URI.create(keytab).getPath() : keytab;
  }

  /** Returns the addresses at which a ResourceManager is looked for. */
  static String resourceManagers(Configuration conf) {
    if (!HAUtil.isHAEnabled(conf)) {
      return conf.get(YarnConfiguration.RM_ADDRESS, YarnConfiguration.DEFAULT_RM_ADDRESS);
    }
    Collection<String> ids = HAUtil.getRMHAIds(conf);
    return ids.stream().map(id -> address(conf, id)).collect(Collectors.joining(", "));
  }

  private static String address(Configuration conf, String id) {
    String host = conf.get(HAUtil.addSuffix(YarnConfiguration.RM_HOSTNAME, id), id);
    return conf.get(HAUtil.addSuffix(YarnConfiguration.RM_ADDRESS, id), host);
  }
}
