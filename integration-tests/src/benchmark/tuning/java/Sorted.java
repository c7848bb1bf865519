/* SPDX-License-Identifier: Apache-2.0 */

/** The texts of the rows to sort. */
final class Sorted {
  private Sorted() {}

  static String text(long row) {
    return Numbers.remark(row, 28);
  }
}
