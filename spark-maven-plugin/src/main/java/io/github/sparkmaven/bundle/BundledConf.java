/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.problem.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of a bundle's job: the command line's over the properties file's over the bundle's
 * over the site's.
 */
record BundledConf(Site site, BundleFile bundle, Options options) {

  /** Returns the settings of all but the site. */
  LayeredConf own() {
    Map<String, String> commandLine = new TreeMap<>(options.conf());
    options.value("--master").ifPresent(master -> commandLine.put("spark.master", master));
    LayeredConf conf =
        LayeredConf.empty()
            .with(Layer.COMMAND_LINE, commandLine, "given on the command line")
            .with(Layer.PLUGIN, SparkProperties.read(bundle.conf()), "the bundle's")
            .with(Layer.PLAN, podTemplates(), "a file of the bundle");
    Optional<Path> file = options.value("--properties-file").map(site.workingFolder()::resolve);
    return file.map(
            given -> conf.with(Layer.ENVIRONMENT, SparkProperties.read(given(given)), given + ""))
        .orElse(conf);
  }

  /** Adds the site's own settings. */
  LayeredConf withSite(LayeredConf conf, SparkHome home) {
    Path file =
        site.variable("SPARK_CONF_DIR")
            .map(Path::of)
            .orElseGet(() -> home.path().resolve("conf"))
            .resolve("spark-defaults.conf");
    return Files.isRegularFile(file)
        ? conf.with(Layer.SITE, SparkProperties.read(file), file.toString())
        : conf;
  }

  /** Returns a warning of secrets that the bundle does not hold and nobody gives. */
  Optional<String> missingSecrets(LayeredConf conf) {
    List<String> missing =
        bundle.secrets().stream().filter(key -> conf.find(key).isEmpty()).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "These settings are secrets, which the bundle does not hold, and nothing here gives them: "
                + String.join(", ", missing)
                + ". Give them by --properties-file FILE, or the spark-defaults.conf in SPARK_CONF_DIR");
  }

  private Map<String, String> podTemplates() {
    Map<String, String> settings = new TreeMap<>();
    bundle
        .podTemplates()
        .forEach(
            (key, file) -> settings.put(key, bundle.folder().resolve(file).toUri().toString()));
    return settings;
  }

  private static Path given(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "--properties-file",
          "'" + file + "' is no file",
          "Give one in the form of a spark-defaults.conf");
    }
    return file;
  }
}
