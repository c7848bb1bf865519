/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkProperties;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a plan as the {@code spark-defaults.conf} that {@code spark-submit --properties-file}
 * reads.
 */
final class DefaultsFile {
  private static final int WIDTH = 100;
  private static final String INDENT = "#  ";
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private DefaultsFile() {}

  static String text(Plan plan) {
    Redaction redaction = Redaction.of(plan.conf());
    StringBuilder text = new StringBuilder();
    comment(
        text,
        String.format(
            Locale.ROOT,
            "Spark %s, environment %s%s: %s",
            plan.spark(),
            plan.environment(),
            plan.job().name().map(name -> ", job " + name).orElse(""),
            plan.cluster().manager().label()));
    plan.tuning().warnings().forEach(warning -> comment(text, "Note: " + warning));
    Map<Topic, List<Setting>> byTopic = new EnumMap<>(Topic.class);
    for (Setting setting : plan.conf().effective()) {
      byTopic.computeIfAbsent(Topic.of(setting.key()), topic -> new ArrayList<>()).add(setting);
    }
    byTopic.forEach(
        (topic, settings) -> {
          text.append("\n# == ").append(topic.title()).append(" ==\n");
          settings.forEach(setting -> entry(text, setting, redaction));
        });
    return text.toString();
  }

  private static void entry(StringBuilder text, Setting setting, Redaction redaction) {
    text.append('\n');
    comment(text, setting.layer().label() + ": " + setting.reason());
    if (!setting.source().isEmpty()) {
      text.append("# ").append(setting.source()).append('\n');
    }
    text.append(
            redaction.hides(setting)
                ? "# " + setting.key() + " is a secret and not written here"
                : SparkProperties.line(setting.key(), setting.value()))
        .append('\n');
  }

  /** Appends a comment in lines that fit a screen. */
  private static void comment(StringBuilder text, String comment) {
    StringBuilder line = new StringBuilder("#");
    for (String word : WHITE_SPACE.split(comment, -1)) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > INDENT.length()) {
        text.append(line).append('\n');
        line = new StringBuilder(INDENT);
      }
      line.append(' ').append(word);
    }
    text.append(line).append('\n');
  }
}
