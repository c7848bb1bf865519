/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import java.util.Optional;

/** The lines of a comparison. */
final class ComparisonText {
  private final ExplanationText text;

  ComparisonText(ExplanationText text) {
    this.text = text;
  }

  void add(String title, Comparison comparison) {
    text.add(title + ", against " + comparison.other() + ":");
    text.add(
        "%d keys differ, %d are the same%s%s%s"
            .formatted(
                comparison.differences().size(),
                comparison.same(),
                counted(comparison.defaults(), "%d set to Spark's default on one side alone"),
                counted(comparison.ofTheRun(), "%d left out that every run sets itself"),
                counted(
                    comparison.secrets().size(),
                    "%d secrets not compared: " + String.join(", ", comparison.secrets()))));
    comparison.differences().forEach(this::difference);
  }

  private static String counted(int count, String form) {
    return count == 0 ? "" : ", " + form.replace("%d", String.valueOf(count));
  }

  private void difference(Difference difference) {
    text.add(difference.key());
    String byDefault =
        difference.byDefault().map(value -> "not set (Spark's default: " + value + ")").orElse("not set");
    Optional<Claim> here = difference.here();
    text.labelled("here", here.map(claim -> shown(claim.value()) + "  (" + claim.layer() + ")").orElse(byDefault));
    text.labelled("there", difference.there().map(ComparisonText::shown).orElse(byDefault));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(empty)" : value;
  }
}
