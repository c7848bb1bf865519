/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkProperties;
import java.util.Locale;

/**
 * Writes a plan as the {@code spark-defaults.conf} that {@code spark-submit --properties-file}
 * reads.
 */
final class DefaultsFile {
  private DefaultsFile() {}

  static String text(Plan plan) {
    Redaction redaction = Redaction.of(plan.conf());
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "# Spark %s, environment %s: %s%n",
            plan.spark(),
            plan.environment(),
            plan.cluster().manager().label()));
    plan.tuning()
        .warnings()
        .forEach(warning -> text.append("# Note: ").append(warning).append('\n'));
    plan.conf().effective().forEach(setting -> text.append('\n').append(entry(setting, redaction)));
    return text.toString().replace("\r\n", "\n");
  }

  private static String entry(Setting setting, Redaction redaction) {
    String comment = "# " + setting.layer().label() + ": " + oneLine(setting.reason()) + "\n";
    return redaction.hides(setting)
        ? comment + "# " + setting.key() + " is a secret and not written here\n"
        : comment + SparkProperties.line(setting.key(), setting.value()) + "\n";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
