/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Picks from a user's settings those that mean something in local mode; what sizes a cluster does
 * not.
 */
public final class LocalSettings {
  private static final List<String> OF_CLUSTERS =
      List.of(
          "spark.master",
          "spark.submit.",
          "spark.executor.",
          "spark.driver.memory",
          "spark.driver.cores",
          "spark.driver.host",
          "spark.driver.bindAddress",
          "spark.driver.port",
          "spark.eventLog.",
          "spark.authenticate",
          "spark.shuffle.service.",
          "spark.hadoop.fs.defaultFS",
          "spark.cores.max",
          "spark.dynamicAllocation.",
          "spark.yarn.",
          "spark.kubernetes.");

  // What a plan derives from the size of a cluster; what a user gives stays as it is.
  private static final List<String> OF_SIZE =
      List.of(
          "spark.default.parallelism",
          "spark.sql.shuffle.partitions",
          "spark.driver.defaultJavaOptions",
          "spark.driver.maxResultSize",
          "spark.scheduler.",
          "spark.speculation",
          "spark.decommission.",
          "spark.storage.decommission.",
          "spark.stage.ignoreDecommissionFetchFailure",
          "spark.task.resource.",
          "spark.local.dir");

  private LocalSettings() {}

  /**
   * Returns the settings of the command line, the environment, the job and the plugin that hold in
   * local mode.
   */
  public static Map<String, String> of(LayeredConf conf) {
    return select(conf, setting -> setting.layer().compareTo(Layer.PLUGIN) <= 0);
  }

  /**
   * Returns the settings of a whole plan, the site's included, that hold in local mode, without
   * those that it derives from the size of the cluster.
   */
  public static Map<String, String> ofPlan(LayeredConf conf) {
    return select(
        conf,
        setting ->
            setting.layer().compareTo(Layer.PLUGIN) <= 0
                || OF_SIZE.stream().noneMatch(setting.key()::startsWith));
  }

  /** Says whether a key, whoever gives it, is about a cluster. */
  public static boolean isOfCluster(String key) {
    return OF_CLUSTERS.stream().anyMatch(key::startsWith);
  }

  private static Map<String, String> select(LayeredConf conf, Predicate<Setting> wanted) {
    Map<String, String> settings = new TreeMap<>();
    conf.effective().stream()
        .filter(wanted)
        .filter(setting -> !isOfCluster(setting.key()))
        .forEach((Setting setting) -> settings.put(setting.key(), setting.value()));
    return settings;
  }
}
