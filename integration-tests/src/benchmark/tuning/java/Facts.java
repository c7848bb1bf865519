/* SPDX-License-Identifier: Apache-2.0 */

/** What stands in the rows of the skewed join's two sides. */
final class Facts {
  private Facts() {}

  static long key(long row, long labels) {
    return row % 2 == 0 ? 0 : 1 + Numbers.below(labels - 1, row);
  }

  static long value(long row) {
    return Numbers.below(1000, ~row);
  }

  static String text(long row) {
    return Numbers.remark(row, 7);
  }

  static long weight(long key) {
    return 1 + key % 7;
  }

  static String label(long key) {
    return Numbers.text(key, 4);
  }
}
