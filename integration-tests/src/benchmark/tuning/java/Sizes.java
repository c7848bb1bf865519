/* SPDX-License-Identifier: Apache-2.0 */

/**
 * How large each table is.
 *
 * <p>The sizes at scale 1 were fixed before any rule was changed. Where a workload keeps or sorts
 * rows, that is more than an executor of Spark's defaults has for it: of its heap of 1 GiB, less the
 * 300 MiB that Spark reserves, 60 % = 434 MiB for the tasks of both cores and what is cached.
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
        2 * scale,
        rows(10_000_000, scale),
        rows(2_000_000, scale),
        rows(6_000_000, scale),
        rows(5_000_000, scale),
        rows(5_000_000, scale),
        rows(4_000_000, scale),
        (int) Math.max(1, rows(2000, scale)),
        rows(1_000_000, scale));
  }

  private static long rows(long atScaleOne, double scale) {
    return Math.max(100, Math.round(atScaleOne * scale));
  }
}
