/* SPDX-License-Identifier: Apache-2.0 */

/**
 * How large each table is.
 *
 * <p>The sizes at scale 1 are fixed: what is measured with one of them compares only with what was
 * measured with the same.
 *
 * @param tpch the scale factor of TPC-H's tables
 * @param facts rows of the skewed join's large side, half of them of one key
 * @param labels rows of its other side, one a key
 * @param wide rows with ten numbers and a text
 * @param sorted rows to sort
 * @param points points to cluster
 * @param visits lines to aggregate as objects
 * @param files small files
 * @param texts rows for the Python function
 */
record Sizes(
    double tpch,
    long facts,
    long labels,
    long wide,
    long sorted,
    long points,
    long visits,
    int files,
    long texts) {
  static Sizes at(double scale) {
    return new Sizes(
        3 * scale,
        rows(10_000_000, scale),
        rows(2_000_000, scale),
        rows(6_000_000, scale),
        rows(10_000_000, scale),
        rows(3_000_000, scale),
        rows(4_000_000, scale),
        (int) Math.max(1, rows(4000, scale)),
        rows(1_500_000, scale));
  }

  private static long rows(long atScaleOne, double scale) {
    return Math.max(100, Math.round(atScaleOne * scale));
  }
}
