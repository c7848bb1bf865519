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
    text.paragraph(
        "Keys that differ: "
            + comparison.differences().size()
            + "; the same: "
            + comparison.same()
            + counted("set to Spark's default on one side alone", comparison.defaults())
            + counted("left out, for every run sets them itself", comparison.ofTheRun())
            + (comparison.secrets().isEmpty()
                ? ""
                : "; secrets, which cannot be compared: "
                    + String.join(", ", comparison.secrets())));
    comparison.differences().forEach(this::difference);
  }

  private static String counted(String what, int count) {
    return count == 0 ? "" : "; " + what + ": " + count;
  }

  private void difference(Difference difference) {
    text.add(difference.key());
    String byDefault =
        difference
            .byDefault()
            .map(value -> "not set (Spark's default: " + value + ")")
            .orElse("not set");
    Optional<Claim> here = difference.here();
    text.labelled(
        "here",
        here.map(claim -> shown(claim.value()) + "  (" + claim.layer() + ")").orElse(byDefault));
    text.labelled("there", difference.there().map(ComparisonText::shown).orElse(byDefault));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "(empty)" : value;
  }
}
