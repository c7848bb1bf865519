/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import java.util.Locale;

/** Numbers as the page writes them: the same in every locale. */
final class Figure {
  private Figure() {}

  /** Returns a share of a whole in percent, kept on one line; 0 where there is no whole. */
  static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.0f\u00a0%%", whole == 0 ? 0 : 100.0 * part / whole);
  }

  /** Returns a coordinate with at most two decimals, for drawings. */
  static String coordinate(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("\\.?0+$", "");
  }

  /** Returns a word in the number that goes with a count. */
  static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** Returns a lower and an upper end, once where they are the same. */
  static String range(long least, long most) {
    return least == most ? "" + most : least + ".." + most;
  }
}
