/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.json.JsonText;
import io.github.sparkmaven.tuning.Alternative;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a plan as {@code plan.json}: a stable order and no time stamp, so that equal plans are
 * equal files.
 */
final class PlanJson {
  private PlanJson() {}

  static String text(Plan plan) {
    Redaction redaction = Redaction.of(plan.conf());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put(
        "spark",
        ordered("version", plan.spark().version(), "scalaVersion", plan.spark().scalaVersion()));
    root.put("environment", plan.environment());
    root.put("job", job(plan.job()));
    root.put("cluster", ClusterJson.cluster(plan.cluster()));
    root.put("workload", WorkloadJson.workload(plan.workload()));
    root.put("layout", LayoutJson.layout(plan.tuning().layout()));
    root.put(
        "alternatives", plan.tuning().alternatives().stream().map(PlanJson::alternative).toList());
    root.put(
        "settings",
        plan.conf().effective().stream().map(setting -> setting(setting, redaction)).toList());
    root.put("warnings", plan.tuning().warnings());
    return JsonText.of(root);
  }

  private static Map<String, Object> job(Job job) {
    // Arguments may hold secrets that nobody can tell apart, so they stay out.
    Map<String, Object> json = new LinkedHashMap<>();
    job.name().ifPresent(name -> json.put("name", name));
    job.mainClass().ifPresent(name -> json.put("mainClass", name));
    job.pythonFile().ifPresent(file -> json.put("pythonFile", file));
    return json;
  }

  private static Map<String, Object> alternative(Alternative alternative) {
    Map<String, Object> json = LayoutJson.layout(alternative.layout());
    json.put("reason", alternative.reason());
    return json;
  }

  private static Map<String, Object> setting(Setting setting, Redaction redaction) {
    return ordered(
        "key",
        setting.key(),
        "value",
        redaction.hides(setting) ? Redaction.REPLACEMENT : setting.value(),
        "layer",
        setting.layer().label(),
        "reason",
        setting.reason(),
        "source",
        setting.source());
  }

  /** Returns a map that keeps this order. */
  static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
