/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Compares datasets row by row, in Spark: rows of the same position are joined. */
final class OrderedComparison {
  private final Tolerance tolerance;
  private final int shown;

  OrderedComparison(Tolerance tolerance, int shown) {
    this.tolerance = tolerance;
    this.shown = shown;
  }

  /** Compares datasets of one column {@code row} each; empty if nothing differs. */
  Optional<Differences> compare(Dataset<Row> actual, Dataset<Row> expected) {
    Dataset<Row> differing =
        numbered(actual, "a")
            .join(
                numbered(expected, "e"), col("a_position").equalTo(col("e_position")), "full_outer")
            .filter(not(RowFunctions.same(col("a_row"), col("e_row"), tolerance)))
            .persist();
    try {
      long total = differing.count();
      return total == 0
          ? Optional.empty()
          : Optional.of(
              new Differences(summary(total, actual, expected), total, sample(differing)));
    } finally {
      differing.unpersist(true);
    }
  }

  /** How many positions differ, and whether the datasets are the same but for their order. */
  static String summary(long positions, boolean sameRows) {
    return (positions == 1 ? "at 1 position" : "at " + positions + " positions")
        + (sameRows ? "; without their order they are the same" : "");
  }

  private String summary(long positions, Dataset<Row> actual, Dataset<Row> expected) {
    UnorderedComparison unordered = new UnorderedComparison(tolerance, new ArrayList<>());
    return summary(positions, !unordered.compare(actual, expected).isPresent());
  }

  private static Dataset<Row> numbered(Dataset<Row> rows, String prefix) {
    JavaRDD<Row> numbered =
        rows.javaRDD()
            .zipWithIndex()
            .map(indexed -> RowFactory.create(indexed._2(), indexed._1().getStruct(0)));
    StructType schema =
        new StructType()
            .add(prefix + "_position", DataTypes.LongType)
            .add(prefix + "_row", rows.schema().fields()[0].dataType());
    return rows.sparkSession().createDataFrame(numbered, schema);
  }

  private List<RowDifference> sample(Dataset<Row> differing) {
    List<RowDifference> sample = new ArrayList<>();
    differing
        .select(
            coalesce(col("a_position"), col("e_position")).as("position"),
            col("a_row"),
            col("e_row"))
        .orderBy("position")
        .limit(shown)
        .collectAsList()
        .forEach(
            row ->
                sample.add(
                    new RowDifference(
                        Long.toString(row.getLong(0) + 1), struct(row, 1), struct(row, 2))));
    return sample;
  }

  private static @Nullable Row struct(Row row, int column) {
    return row.isNullAt(column) ? null : row.getStruct(column);
  }
}
