/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static io.github.sparkmaven.testing.DatasetAssert.assertDataset;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** A driver that may collect one MiB, and datasets of a multiple of that. */
@SparkTest
@SparkConf(key = "spark.driver.maxResultSize", value = "1m")
class LargeDatasetTest {
  private static final long MILLION = 1_000_000;
  private static final long SOME = 100_000;

  private final SparkSession spark;

  LargeDatasetTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void couldNotBeCollected() {
    assertThatThrownBy(() -> rows(MILLION, "id / 7").collectAsList())
        .isInstanceOf(SparkException.class)
        .hasMessageContaining("spark.driver.maxResultSize");
  }

  @Test
  void areComparedInSpark() {
    Dataset<Row> actual = rows(MILLION, "id / 7");

    assertDataset(actual).matches(rows(MILLION, "id / 7").repartition(3));
    assertThatThrownBy(() -> assertDataset(actual).matches(rows(MILLION, "if(id = 5, 0, id / 7)")))
        .hasMessageStartingWith("The rows are not as expected: 1 unexpected, 1 missing.\n");
  }

  @Test
  void areComparedInSparkWhenAllRowsDiffer() {
    assertThatThrownBy(
            () -> assertDataset(rows("id / 7")).withKey("id").matches(rows("id / 7 + 1")))
        .hasMessageStartingWith(
            "The rows are not as expected: 100000 unexpected, 100000 missing.\n")
        .hasMessageContaining("... and 199960 more rows");
  }

  @Test
  void areComparedInSparkWithinATolerance() {
    assertDataset(rows("id / 7")).withTolerance(1e-6).matches(rows("id / 7 + 1e-7"));
  }

  @Test
  void areComparedInSparkWithinAToleranceWithoutAnyColumnThatTellsRowsApart() {
    Dataset<Row> actual = rows("id / 7").select("value");

    assertDataset(actual).withTolerance(1e-6).matches(rows("id / 7 + 1e-7").select("value"));
    assertThatThrownBy(
            () ->
                assertDataset(actual)
                    .withTolerance(1e-6)
                    .matches(rows("if(id = 99999, 1e9, id / 7 + 1e-7)").select("value")))
        .hasMessage(
            String.join(
                "\n",
                "The rows are not as expected: 1 unexpected, 1 missing.",
                "",
                "           | value",
                "unexpected | 14285.57142857143",
                "missing    | 1.0E9"));
  }

  @Test
  void areComparedInSparkInTheirOrder() {
    assertDataset(rows("id / 7")).inOrder().matches(rows("id / 7"));
  }

  private Dataset<Row> rows(String value) {
    return rows(SOME, value);
  }

  private Dataset<Row> rows(long rows, String value) {
    return spark.range(rows).selectExpr("id", "concat('name ', id) AS name", value + " AS value");
  }
}
