/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static io.github.sparkmaven.testing.DatasetAssert.assertDataset;
import static io.github.sparkmaven.testing.TestData.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What is compared in Spark comes out as what is compared in the driver. */
@SparkTest
class SparkComparisonTest {
  private static final String SCHEMA = "id INT, m MAP<STRING, INT>, d DOUBLE";

  private final SparkSession spark;
  private final Dataset<Row> actual;

  SparkComparisonTest(SparkSession spark, TestData data) {
    this.spark = spark;
    this.actual =
        data.rows(
            SCHEMA,
            row(1, Collections.singletonMap("a", 1), 1.0),
            row(2, null, 2.0),
            row(2, null, 2.0),
            row(3, null, Double.NaN));
  }

  @Test
  void takesEqualRows() {
    inSpark()
        .hasRows(
            row(3, null, Double.NaN),
            row(2, null, 2.0),
            row(1, Collections.singletonMap("a", 1), 1.0),
            row(2, null, 2.0));
  }

  @Test
  void showsWhatDiffersAndLeavesNothingInTheCache() {
    assertThatThrownBy(
            () ->
                inSpark()
                    .withKey("id")
                    .hasRows(
                        row(1, Collections.singletonMap("a", 2), 1.0),
                        row(2, null, 2.0),
                        row(3, null, 0.0)))
        .hasMessage(
            String.join(
                "\n",
                "The rows are not as expected: 3 unexpected, 2 missing.",
                "",
                "           | id | m      | d",
                "actual     | 1  | {a: 1} | 1.0",
                "expected   | 1  | {a: 2} | 1.0",
                "           |    | ^^^^^^ |",
                "unexpected | 2  | null   | 2.0",
                "actual     | 3  | null   | NaN",
                "expected   | 3  | null   | 0.0",
                "           |    |        | ^^^"));
    assertThat(JavaSparkContext.fromSparkContext(spark.sparkContext()).getPersistentRDDs())
        .isEmpty();
  }

  @Test
  void showsRowsOutsideTheTolerance() {
    assertThatThrownBy(
            () ->
                inSpark()
                    .withTolerance(0.1)
                    .hasRows(
                        row(1, Collections.singletonMap("a", 1), 1.05),
                        row(2, null, 2.05),
                        row(2, null, 2.2),
                        row(3, null, Double.NaN)))
        .hasMessage(
            String.join(
                "\n",
                "The rows are not as expected: 1 unexpected, 1 missing.",
                "",
                "         | id | m    | d",
                "actual   | 2  | null | 2.0",
                "expected | 2  | null | 2.2",
                "         |    |      | ^^^"));
  }

  @Test
  void comparesInOrder() {
    inSpark()
        .inOrder()
        .withTolerance(0.1)
        .hasRows(
            row(1, Collections.singletonMap("a", 1), 1.0),
            row(2, null, 2.05),
            row(2, null, 2.0),
            row(3, null, Double.NaN));
    assertThatThrownBy(
            () ->
                inSpark()
                    .inOrder()
                    .hasRows(
                        row(1, Collections.singletonMap("a", 1), 1.0),
                        row(2, null, 2.0),
                        row(3, null, Double.NaN),
                        row(2, null, 2.0)))
        .hasMessage(
            String.join(
                "\n",
                "The rows are not as expected: at 2 positions; without their order they are the same.",
                "",
                "           | id | m    | d",
                "3 actual   | 2  | null | 2.0",
                "3 expected | 3  | null | NaN",
                "           | ^  |      | ^^^",
                "4 actual   | 3  | null | NaN",
                "4 expected | 2  | null | 2.0",
                "           | ^  |      | ^^^"));
  }

  private DatasetAssert inSpark() {
    return assertDataset(actual).collectingUpTo(0);
  }
}
