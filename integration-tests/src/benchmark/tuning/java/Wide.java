/* SPDX-License-Identifier: Apache-2.0 */

/** What stands in the rows of the wide table. */
final class Wide {
  static final int NUMBERS = 10;

  private Wide() {}

  static long key(long row, long rows) {
    return Numbers.below(Math.max(1, rows / 2), row);
  }

  static long number(long row, int column) {
    return Numbers.below(1_000_000, row * NUMBERS + column);
  }

  static String text(long row) {
    return Numbers.remark(row, 16);
  }
}
