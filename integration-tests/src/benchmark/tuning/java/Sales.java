/* SPDX-License-Identifier: Apache-2.0 */

/** Lines of the small files, one file a till and day. */
final class Sales {
  static final int LINES = 60;
  static final int SHOPS = 500;

  private Sales() {}

  static long shop(long row) {
    return Numbers.below(SHOPS, row);
  }

  static long cents(long row) {
    return Numbers.below(100_000, ~row);
  }

  static String line(long row) {
    return "shop-" + shop(row) + "," + Numbers.text(row, 1) + "," + cents(row);
  }
}
