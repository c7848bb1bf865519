/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import java.util.stream.Stream;

/**
 * Settings of one topic.
 *
 * <p>A reason holds the arithmetic with its numbers put in, as equations that can be done again by
 * hand: {@code 3 tasks a core x 29 executors x 3 cores = 261}.
 */
@FunctionalInterface
interface Rule {
  /** Where Spark's documentation stands. */
  String DOCS = "https://spark.apache.org/docs/latest/";

  /** Where Spark's sources stand. */
  String SOURCES = "https://github.com/apache/spark/blob/v3.5.5/";

  /** Returns what these facts ask for; nothing where Spark's default does. */
  Stream<Setting> settings(RuleFacts facts);

  /** Makes a setting of the plan. */
  static Setting line(String key, String value, String reason, String source) {
    return new Setting(key, value, Layer.PLAN, reason, source);
  }

  /** Returns the setting if the condition holds. */
  static Stream<Setting> when(boolean holds, Setting setting) {
    return holds ? Stream.of(setting) : Stream.empty();
  }
}
