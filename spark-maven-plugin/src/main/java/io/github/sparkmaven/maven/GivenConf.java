/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The Spark settings that command line, POM and site give a job. */
record GivenConf(ProjectContext context) {

  /**
   * Returns a job's settings but for the plan's own: what the user gives, and the site's.
   *
   * @throws InputException if the site's folder is none
   */
  LayeredConf of(SparkVersion spark, NamedJob job) {
    Problems problems = new Problems();
    LayeredConf conf = withSite(spark, job, problems);
    problems.throwIfAny();
    return conf;
  }

  /** Returns the layers that a user writes: command line, environment, job and plugin. */
  LayeredConf layers(NamedJob job) {
    return LayeredConf.empty()
        .with(
            Layer.COMMAND_LINE,
            context.userProperties().sparkSettings(context.project().getProperties()),
            "given on Maven's command line")
        .with(
            Layer.ENVIRONMENT,
            settings(environment().parameter().conf()),
            "environments/" + environment().name() + "/conf")
        .with(Layer.JOB, settings(job.parameter().conf()), job.where() + "/conf")
        .with(Layer.PLUGIN, settings(context.declaration().conf()), "conf");
  }

  /** Returns a job's settings but for the plan's own, and adds to what is wrong. */
  LayeredConf withSite(SparkVersion spark, NamedJob job, Problems problems) {
    LayeredConf conf = layers(job);
    return siteFile(spark, problems)
        .map(file -> conf.with(Layer.SITE, SparkProperties.read(file), file.toString()))
        .orElse(conf);
  }

  private Optional<Path> siteFile(SparkVersion spark, Problems problems) {
    Optional<Path> declared = context.declaredConfFolder();
    declared.ifPresent(
        folder ->
            problems.require(
                Files.isDirectory(folder),
                "sparkConfDir",
                "'" + folder + "' is no folder",
                "Give the folder that holds spark-defaults.conf"));
    return context
        .confFolder(spark)
        .map(folder -> folder.resolve("spark-defaults.conf"))
        .filter(Files::isRegularFile);
  }

  private static Map<String, String> settings(Properties properties) {
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    return settings;
  }

  private ChosenEnvironment environment() {
    return context.environment();
  }
}
