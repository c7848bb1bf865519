/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares datasets as multisets of rows, in Spark: the driver gets counts and a sample.
 *
 * <p>Each actual row counts +1 and each expected row -1; what does not add up to 0 for rows of the
 * same canonical text differs. A tolerance looks only at that remainder.
 */
final class UnorderedComparison {
  /** Rows of each side that are looked at for pairs. */
  static final int SAMPLE = 200;

  private final Tolerance tolerance;
  private final List<Integer> key;

  /**
   * A comparison.
   *
   * @param key positions of the columns by which rows are paired; empty to pair by likeness
   */
  UnorderedComparison(Tolerance tolerance, List<Integer> key) {
    this.tolerance = tolerance;
    this.key = key;
  }

  /** Compares datasets of one column {@code row} each; empty if nothing differs. */
  Optional<Differences> compare(Dataset<Row> actual, Dataset<Row> expected) {
    Dataset<Row> remainder = remainder(actual, expected).persist();
    try {
      if (tolerance.isNone() || remainder.isEmpty()) {
        return differences(remainder);
      }
      Dataset<Row> unmatched = new ToleranceMatching(tolerance).unmatched(remainder).persist();
      try {
        return differences(unmatched);
      } finally {
        unmatched.unpersist(true);
      }
    } finally {
      remainder.unpersist(true);
    }
  }

  /** Rows of the columns text, balance and row. */
  private static Dataset<Row> remainder(Dataset<Row> actual, Dataset<Row> expected) {
    return signed(actual, 1)
        .union(signed(expected, -1))
        .groupBy("text")
        .agg(sum(col("sign")).as("balance"), first(col("row")).as("row"))
        .filter(col("balance").notEqual(0));
  }

  private static Dataset<Row> signed(Dataset<Row> rows, int sign) {
    return rows.select(
        RowFunctions.text(col("row")).as("text"), col("row"), lit((long) sign).as("sign"));
  }

  private Optional<Differences> differences(Dataset<Row> remainder) {
    Row sums = remainder.agg(sum(col("balance")), sum(abs(col("balance")))).head();
    if (sums.isNullAt(1) || sums.getLong(1) == 0) {
      return Optional.empty();
    }
    long total = sums.getLong(1);
    long unexpected = (total + sums.getLong(0)) / 2;
    return Optional.of(
        new RowPairing(tolerance, key)
            .differences(
                unexpected,
                total - unexpected,
                sample(remainder, col("balance").gt(0)),
                sample(remainder, col("balance").lt(0))));
  }

  private List<Row> sample(Dataset<Row> remainder, Column side) {
    Column[] keyColumns = key.stream().map(i -> col("row.c" + i)).toArray(Column[]::new);
    // Both sides in the same order, so that counterparts are in both samples.
    Column byKey = RowFunctions.text(struct(keyColumns));
    List<Row> sample = new ArrayList<>();
    remainder
        .filter(side)
        .orderBy(keyColumns.length == 0 ? col("text") : byKey, col("text"))
        .limit(SAMPLE)
        .select("balance", "row")
        .collectAsList()
        .forEach(
            row -> {
              long times = Math.min(SAMPLE - sample.size(), Math.abs(row.getLong(0)));
              for (long i = 0; i < times; i++) {
                sample.add(row.getStruct(1));
              }
            });
    return sample;
  }
}
