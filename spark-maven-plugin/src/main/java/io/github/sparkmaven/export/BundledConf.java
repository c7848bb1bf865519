/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings that go into a bundle: the effective ones, without secrets and without what the
 * bundle holds as files.
 *
 * @param settings what is written
 * @param secrets the keys of what is not
 * @param templatesOfThisMachine the keys of the user's own pod templates
 * @param all every layer
 */
record BundledConf(
    List<Setting> settings,
    List<String> secrets,
    List<String> templatesOfThisMachine,
    LayeredConf all) {
  private static final Set<String> COMPANIONS =
      Set.of("spark.jars", "spark.files", "spark.archives", "spark.submit.pyFiles");
  private static final Set<String> TEMPLATES =
      Set.of(PodTemplates.DRIVER_KEY, PodTemplates.EXECUTOR_KEY);

  static BundledConf of(LayeredConf conf) {
    Redaction redaction = Redaction.of(conf);
    List<Setting> taken =
        conf.effective().stream()
            .filter(setting -> !COMPANIONS.contains(setting.key()))
            .filter(setting -> !isOfPlan(setting))
            .toList();
    return new BundledConf(
        taken.stream().filter(setting -> !redaction.hides(setting)).toList(),
        taken.stream().filter(redaction::hides).map(Setting::key).toList(),
        taken.stream().filter(BundledConf::isTemplateHere).map(Setting::key).toList(),
        conf);
  }

  Optional<String> find(String key) {
    return settings.stream()
        .filter(setting -> setting.key().equals(key))
        .map(Setting::value)
        .findFirst();
  }

  /** Returns the text of a {@code spark-defaults.conf}. */
  String text() {
    StringBuilder text =
        new StringBuilder("# The job's whole configuration, and the layer of each setting.\n");
    for (Setting setting : settings) {
      text.append("\n# ").append(reason(setting)).append('\n');
      text.append(SparkProperties.line(setting.key(), setting.value())).append('\n');
    }
    for (String secret : secrets) {
      text.append("\n# ").append(secret).append(" is a secret and not written here\n");
    }
    return text.toString();
  }

  /** The site's reason is a path of the machine that made the bundle. */
  private static String reason(Setting setting) {
    String layer = setting.layer().label();
    return setting.layer() == Layer.SITE
        ? layer
        : layer + ": " + setting.reason().replaceAll("\\s+", " ");
  }

  private static boolean isOfPlan(Setting setting) {
    return TEMPLATES.contains(setting.key()) && setting.layer() == Layer.PLAN;
  }

  private static boolean isTemplateHere(Setting setting) {
    return TEMPLATES.contains(setting.key())
        && (setting.value().startsWith("/") || setting.value().startsWith("file:"));
  }
}
