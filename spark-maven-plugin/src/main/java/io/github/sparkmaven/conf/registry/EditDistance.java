/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

/**
 * How many letters have to be put in, taken out, changed, or swapped with their neighbour, to make
 * one text of another (Damerau and Levenshtein, each place edited once).
 */
public final class EditDistance {
  private EditDistance() {}

  /** Returns the distance, or some number above {@code limit} as soon as it must be above it. */
  public static int between(String left, String right, int limit) {
    int[] before = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (isSwap(left, i, right, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      // A swap looks back two rows, so that a row above the limit by one may still be undercut.
      if (least > limit + 1) {
        return least;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[right.length()];
  }

  private static boolean isSwap(String left, int i, String right, int j) {
    return i > 1
        && j > 1
        && left.charAt(i - 1) == right.charAt(j - 2)
        && left.charAt(i - 2) == right.charAt(j - 1);
  }
}
