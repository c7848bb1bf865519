/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.python.PythonEnvironment;
import io.github.sparkmaven.python.PythonProject;
import io.github.sparkmaven.python.PythonSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * The site's Python: what {@code PYSPARK_PYTHON} names, else the active environment's, else {@code
 * python3}.
 *
 * @param environment the interpreter
 */
record BundledPython(PythonEnvironment environment) {
  private static final String WORKER = "spark.pyspark.python";
  private static final String DRIVER = "spark.pyspark.driver.python";

  /**
   * Finds it.
   *
   * @throws io.github.sparkmaven.problem.InputException if there is none, or another Spark's
   */
  static BundledPython find(Site site, SparkVersion spark) {
    PythonSettings settings =
        new PythonSettings(
            site.variable("PYSPARK_PYTHON"), List.of(), PythonSettings.Kind.SYSTEM, false);
    return new BundledPython(
        new PythonProject(site.workingFolder(), settings, site.environment())
            .environment(
                spark,
                new PythonProject.Workshop(
                    site.cacheFolder(), site.submissions().resolve("pip.log"), true, line -> {})));
  }

  /** Names the interpreter to driver and workers, unless the settings name one. */
  LayeredConf over(LayeredConf conf, Target target) {
    List<Setting> settings = new ArrayList<>();
    if (target.manager() != Manager.KUBERNETES) {
      add(settings, conf, WORKER);
    }
    if (!target.driverInCluster()) {
      add(settings, conf, DRIVER);
    }
    return conf.with(settings);
  }

  private void add(List<Setting> settings, LayeredConf conf, String key) {
    if (conf.find(key).isEmpty() && conf.find(WORKER).isEmpty()) {
      settings.add(
          new Setting(
              key, environment.executable().toString(), Layer.PLUGIN, "the site's Python", ""));
    }
  }
}
