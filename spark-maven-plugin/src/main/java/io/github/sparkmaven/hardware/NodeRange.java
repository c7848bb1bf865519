/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many machines there are: one number, or two for a cluster that scales.
 *
 * @param least machines at the lower end; 0 where a group may be gone
 * @param most machines at the upper end; at least 1
 */
public record NodeRange(int least, int most) {
  // Beyond what is built today; it keeps a slip of the finger from a plan that nobody can place.
  private static final int MOST_NODES = 100_000;
  private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,9})(?:\\.\\.(-?[0-9]{1,9}))?");

  /** Checks the order. */
  public NodeRange {
    if (least < 0 || most < 1 || least > most) {
      throw new IllegalArgumentException(least + ".." + most);
    }
  }

  /** Returns a range of one number. */
  public static NodeRange of(int nodes) {
    return new NodeRange(nodes, nodes);
  }

  /**
   * Reads {@code 6} or {@code 2..40}.
   *
   * @param where the parameter that holds it, for the error
   * @throws InputException if it is neither, ends before it begins, or is out of bounds
   */
  public static NodeRange parse(String where, String text) {
    Matcher form = FORM.matcher(text.trim());
    if (!form.matches()) {
      throw new InputException(
          where,
          "'" + text + "' is no number of machines",
          "Give a whole number, as in 6, or a range, as in 2..40");
    }
    int least = Integer.parseInt(form.group(1));
    int most = form.group(2) == null ? least : Integer.parseInt(form.group(2));
    check(where, text.trim(), least, most);
    return new NodeRange(least, most);
  }

  /** Says whether the number changes while a job runs. */
  public boolean scales() {
    return least < most;
  }

  private static void check(String where, String text, int least, int most) {
    if (most < 1) {
      throw new InputException(
          where, text + " is less than 1", "Give a whole number from 1 up, or a range as in 0..40");
    }
    if (least < 0) {
      throw new InputException(
          where, text + " begins below 0", "Begin with 0 or more, as in 0..40");
    }
    if (least > most) {
      throw new InputException(
          where,
          text + " ends before it begins",
          "Write the smaller number first: " + most + ".." + least);
    }
    if (most > MOST_NODES) {
      throw new InputException(
          where, text + " is more than any cluster has", "Give at most " + MOST_NODES);
    }
  }

  @Override
  public String toString() {
    return scales() ? least + ".." + most : "" + most;
  }
}
