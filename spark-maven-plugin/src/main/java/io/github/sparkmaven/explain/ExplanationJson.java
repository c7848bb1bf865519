/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An explanation for machines: a stable order and no time stamp, so that equal ones are equal
 * texts.
 */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** Returns the text. */
  public static String text(Explanation explanation) {
    Map<String, Object> root = new LinkedHashMap<>();
    Map<String, Object> spark = new LinkedHashMap<>();
    spark.put("version", explanation.spark().version());
    spark.put("scalaVersion", explanation.spark().scalaVersion());
    root.put("spark", spark);
    root.put("environment", explanation.environment());
    explanation.job().ifPresent(name -> root.put("job", name));
    root.put("keys", explanation.keys().stream().map(ExplanationJson::key).toList());
    explanation.asked().ifPresent(facts -> root.put("about", facts(facts)));
    explanation.comparison().ifPresent(found -> root.put("diff", comparison(found)));
    root.put("warnings", explanation.warnings());
    return JsonText.of(root);
  }

  private static Map<String, Object> key(ExplainedKey key) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", key.key());
    key.effective().ifPresent(claim -> json.putAll(claim(claim)));
    json.put("overrides", key.overridden().stream().map(ExplanationJson::claim).toList());
    json.put("ineffective", key.ineffective().stream().map(ExplanationJson::claim).toList());
    json.put("documentation", key.link());
    return json;
  }

  private static Map<String, Object> claim(Claim claim) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", claim.value());
    json.put("layer", claim.layer());
    json.put("reason", claim.reason());
    json.put("source", claim.source());
    return json;
  }

  private static Map<String, Object> facts(KeyFacts facts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("documentation", facts.documentation());
    json.put("since", facts.since());
    json.put("olderNames", facts.olderNames());
    facts.newerName().ifPresent(name -> json.put("newerName", name));
    json.put("retired", facts.retired());
    json.put("internal", facts.internal());
    return json;
  }

  private static Map<String, Object> comparison(Comparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("other", comparison.other());
    json.put(
        "differences", comparison.differences().stream().map(ExplanationJson::difference).toList());
    json.put("same", comparison.same());
    json.put("defaults", comparison.defaults());
    json.put("ofTheRun", comparison.ofTheRun());
    json.put("secrets", comparison.secrets());
    return json;
  }

  private static Map<String, Object> difference(Difference difference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", difference.key());
    difference.here().ifPresent(claim -> json.put("here", claim(claim)));
    difference.there().ifPresent(value -> json.put("there", value));
    difference.byDefault().ifPresent(value -> json.put("default", value));
    return json;
  }
}
