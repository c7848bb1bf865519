/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KeyCheck;
import io.github.sparkmaven.conf.registry.KeyFindings;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the registry of Spark's keys says of the keys that a user and the site write. */
public final class KeyReport {
  private final SparkVersion spark;
  private final LayeredConf conf;
  private final Optional<KeyCheck> keys;
  private final Problems problems;
  private final List<String> warnings = new ArrayList<>();
  private final List<String> unverified = new ArrayList<>();

  /**
   * Prepares the report.
   *
   * @param spark the Spark that will read the keys
   * @param conf every layer of keys
   * @param keys what that Spark knows, where it can be had
   * @param problems gets what is wrong with a user's keys; the site's are not the user's to mend
   */
  public KeyReport(
      SparkVersion spark, LayeredConf conf, Optional<KeyCheck> keys, Problems problems) {
    this.spark = spark;
    this.conf = conf;
    this.keys = keys;
    this.problems = problems;
  }

  KeyReport(PlanRequest request, Problems problems) {
    this(request.spark(), request.conf(), request.keys(), problems);
  }

  /** Returns what else is to be said of the keys. */
  public List<String> warnings() {
    keys.ifPresentOrElse(
        this::check,
        () ->
            warnings.add(
                "Keys are not verified: the jars of Spark "
                    + spark.version()
                    + " cannot be resolved"));
    return List.copyOf(warnings);
  }

  private void check(KeyCheck keys) {
    conf.layers()
        .forEach(
            (layer, settings) -> {
              if (layer == Layer.SITE) {
                site(keys, settings);
              } else {
                add(keys.check(settings.values(), KeyReport::where, problems));
              }
            });
    if (!unverified.isEmpty()) {
      warnings.add(
          "Not verified, for Spark "
              + spark.version()
              + " does not know them: "
              + String.join(", ", unverified));
    }
  }

  private void site(KeyCheck keys, Map<String, Setting> settings) {
    Problems ofSite = new Problems();
    add(keys.check(settings.values(), KeyReport::where, ofSite));
    ofSite.all().stream().map(Problem::toString).forEach(warnings::add);
  }

  private void add(KeyFindings findings) {
    warnings.addAll(findings.warnings());
    findings.unverified().stream()
        .filter(key -> !unverified.contains(key))
        .forEach(unverified::add);
  }

  /** Returns where a user finds a setting: a layer's reason says where it is written. */
  public static String where(Setting setting) {
    return setting.layer() == Layer.COMMAND_LINE
        ? "-D" + setting.key()
        : setting.reason() + "/" + setting.key();
  }
}
