/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.stream.Stream;

/**
 * How partitions are kept that a job asks Spark to keep.
 *
 * <p>It acts on levels that serialize, in memory or on disk. Where they fit it costs nothing that
 * can be measured, and where they do not it may save the job (docs/settings.md, what was measured).
 */
final class CachingRules implements Rule {
  private static final String COMPRESSION =
      DOCS + "configuration.html#compression-and-serialization";

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    return Rule.when(
        facts.language() == Language.JVM && facts.kind() == WorkloadKind.ML,
        Rule.line(
            "spark.rdd.compress",
            "true",
            "iterations over cached data: serialized partitions take less memory for some CPU"
                + " time; PySpark sets it by itself, the JVM's default is false; Spark 3.3 to 4.x",
            COMPRESSION));
  }
}
