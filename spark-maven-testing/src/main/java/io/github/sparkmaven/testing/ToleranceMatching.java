/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Matches rows that are equal but for floating-point numbers within a tolerance.
 *
 * <p>Rows that are equal in all else are a group. In groups up to a bound the largest matching is
 * found, so that nothing differs that need not. Larger ones, which only datasets have without a
 * column to tell their rows apart, are sorted by their numbers and paired in that order: right for
 * one floating-point column, and never too lenient.
 */
final class ToleranceMatching {
  /** Matching takes the square of the size, and memory for the group. */
  private static final int LARGEST_GROUP = 1000;

  private final Tolerance tolerance;

  ToleranceMatching(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** Takes and returns the columns text, balance and row. */
  Dataset<Row> unmatched(Dataset<Row> remainder) {
    Dataset<Row> shaped = remainder.withColumn("shape", RowFunctions.shape(col("row")));
    Dataset<Row> large =
        shaped
            .groupBy("shape")
            .agg(sum(abs(col("balance"))).as("size"))
            .filter(col("size").gt(LARGEST_GROUP))
            .select(col("shape").as("large"));
    Column isLarge = col("shape").equalTo(col("large"));
    Dataset<Row> entries =
        inGroups(shaped.join(large, isLarge, "left_anti"))
            .union(inOrder(shaped.join(large, isLarge, "left_semi")));
    return entries.select("entry.text", "entry.balance", "entry.row");
  }

  private Dataset<Row> inGroups(Dataset<Row> rows) {
    Dataset<Row> groups =
        rows.groupBy("shape").agg(collect_list(entry(col("balance"))).as("entries"));
    DataType entries = groups.schema().fields()[1].dataType();
    Tolerance within = tolerance;
    UDF1<Object, List<Row>> unmatched = group -> new GroupMatching(within).unmatched(group);
    return groups.select(explode(udf(unmatched, entries).apply(col("entries"))).as("entry"));
  }

  private Dataset<Row> inOrder(Dataset<Row> rows) {
    Dataset<Row> ranked =
        rows.withColumn("side", signum(col("balance")).cast(DataTypes.LongType))
            .withColumn("floats", RowFunctions.floats(col("row")))
            .withColumn("copy", explode(sequence(lit(1L), abs(col("balance")))))
            .withColumn(
                "rank",
                row_number().over(Window.partitionBy("shape", "side").orderBy("floats", "text")));
    Dataset<Row> actual = side(ranked, 1, "a");
    Dataset<Row> expected = side(ranked, -1, "e");
    Column samePlace =
        col("a_shape").equalTo(col("e_shape")).and(col("a_rank").equalTo(col("e_rank")));
    return actual
        .join(expected, samePlace, "full_outer")
        .filter(not(RowFunctions.same(col("a_floats"), col("e_floats"), tolerance)))
        .select(explode(array(col("a_entry"), col("e_entry"))).as("entry"))
        .filter(col("entry").isNotNull());
  }

  private static Dataset<Row> side(Dataset<Row> ranked, int side, String prefix) {
    return ranked
        .filter(col("side").equalTo(side))
        .select(
            col("shape").as(prefix + "_shape"),
            col("rank").as(prefix + "_rank"),
            col("floats").as(prefix + "_floats"),
            entry(lit((long) side)).as(prefix + "_entry"));
  }

  private static Column entry(Column balance) {
    return struct(col("text"), balance.as("balance"), col("row"));
  }
}
