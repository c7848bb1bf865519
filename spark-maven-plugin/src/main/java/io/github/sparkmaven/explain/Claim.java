/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

/**
 * What one layer gives a key, as it may be shown.
 *
 * @param layer the layer's label, {@link #PROGRAM} or {@link #SPARK}
 * @param value the value; a secret is redacted
 * @param reason the arithmetic with its numbers, or who asked for it
 * @param source where the rule is documented; may be empty
 */
public record Claim(String layer, String value, String reason, String source) {
  /** What the program itself sets. */
  public static final String PROGRAM = "program";

  /** Spark's own default. */
  public static final String SPARK = "spark";

  /** Returns the layer with its value, as a list of what is overridden shows it. */
  String brief() {
    return layer + " = " + (value.isEmpty() ? "(empty)" : value);
  }
}
