/* SPDX-License-Identifier: Apache-2.0 */

/** Lines of a log: who, where, and for how many seconds. */
final class Visits {
  static final int PAGES = 20;

  /** Visits of one user on average. */
  static final int A_USER = 4;

  private Visits() {}

  static long user(long row, long rows) {
    return Numbers.below(Math.max(1, rows / A_USER), row);
  }

  static int page(long row) {
    return (int) Numbers.below(PAGES, ~row);
  }

  static long seconds(long row) {
    return Numbers.below(1000, row * 31);
  }

  static String line(long row, long rows) {
    return "user-" + user(row, rows) + ",page-" + page(row) + "," + seconds(row);
  }
}
