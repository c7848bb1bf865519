/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static io.github.sparkmaven.testing.DatasetAssert.assertDataset;
import static io.github.sparkmaven.testing.TestData.row;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

@SparkTest
class ValueEqualityTest {
  private final SparkSession spark;
  private final TestData data;

  ValueEqualityTest(SparkSession spark, TestData data) {
    this.spark = spark;
    this.data = data;
  }

  @Test
  void holdsNanAndZerosEqualAsSparkDoes() {
    Dataset<Row> actual = data.rows("d DOUBLE, f FLOAT", row(Double.NaN, -0.0f), row(-0.0, null));

    assertDataset(actual).hasRows(row(Double.NaN, 0.0f), row(0.0, null));
    assertDataset(actual).withTolerance(0.1).hasRows(row(Double.NaN, 0.0f), row(0.0, null));
    differs(() -> assertDataset(actual).withTolerance(9).hasRows(row(1.0, 0.0f), row(0.0, null)));
    differs(() -> assertDataset(actual).withTolerance(9).hasRows(row(null, 0f), row(0.0, null)));
  }

  @Test
  void comparesMapsWithoutOrder() {
    Map<String, Integer> scores = new LinkedHashMap<>();
    scores.put("b", 2);
    scores.put("a", 1);
    Dataset<Row> actual = data.rows("scores MAP<STRING, INT>", row(scores), row((Object) null));

    assertDataset(actual).hasRows(row((Object) null), row(new HashMap<>(scores)));
    assertThatThrownBy(
            () -> assertDataset(actual).hasRows(row((Object) null), row(Collections.emptyMap())))
        .hasMessage(
            String.join(
                "\n",
                "The rows are not as expected: 1 unexpected, 1 missing.",
                "",
                "           | scores",
                "unexpected | {a: 1, b: 2}",
                "missing    | {}"));
  }

  @Test
  void comparesBinariesByContent() {
    Dataset<Row> actual = data.rows("id INT, y BINARY", row(1, new byte[] {1, -1}));

    assertDataset(actual).hasRows(row(1, new byte[] {1, -1}));
    assertThatThrownBy(() -> assertDataset(actual).hasRows(row(1, new byte[] {1})))
        .hasMessageContaining("actual   | 1  | 0x01ff\nexpected | 1  | 0x01\n");
  }

  @Test
  void tellsTextsApartThatLookAlikeTogether() {
    differs(
        () ->
            assertDataset(data.rows("a STRING, b STRING", row("x", "yz"))).hasRows(row("xy", "z")));
    differs(
        () ->
            assertDataset(data.rows("a ARRAY<STRING>", row(Arrays.asList("a,b"))))
                .hasRows(row(Arrays.asList("a", "b"))));
    differs(() -> assertDataset(data.rows("a STRING", row("N"))).hasRows(row((Object) null)));
  }

  @Test
  void comparesDecimalsByValue() {
    Dataset<Row> actual = spark.sql("SELECT CAST('1.10' AS DECIMAL(5,2)) AS m");

    assertDataset(actual).hasRows(row(new java.math.BigDecimal("1.1")));
    assertThatThrownBy(() -> assertDataset(actual).hasSchema("m DECIMAL(5,1)"))
        .hasMessageContaining("m is DECIMAL(5,2) instead of DECIMAL(5,1)");
  }

  @Test
  void comparesTypesThatSparkDoesNotGroupBy() {
    Dataset<Row> intervals = spark.sql("SELECT make_interval(1, 2) AS i, map(1, map(2, 3)) AS m");

    assertDataset(intervals)
        .matches(spark.sql("SELECT make_interval(1, 2), map(1, map(2, 3))").toDF("i", "m"));
    differs(
        () ->
            assertDataset(intervals)
                .matches(
                    spark.sql("SELECT make_interval(1, 3), map(1, map(2, 3))").toDF("i", "m")));
  }

  @Test
  void letsFloatsDifferWithinTheTolerance() {
    Dataset<Row> actual = data.rows("id INT, d DOUBLE", row(1, 1.0), row(2, 2.0), row(2, 2.2));

    assertDataset(actual).withTolerance(0.1).hasRows(row(2, 2.25), row(1, 1.05), row(2, 1.95));
    assertDataset(actual)
        .inOrder()
        .withTolerance(0.1)
        .hasRows(row(1, 1.05), row(2, 2.05), row(2, 2.25));
    assertThatThrownBy(
            () ->
                assertDataset(actual)
                    .withTolerance(0.1)
                    .hasRows(row(1, 1.25), row(2, 2.0), row(2, 2.2)))
        .hasMessage(
            String.join(
                "\n",
                "The rows are not as expected: 1 unexpected, 1 missing.",
                "",
                "         | id | d",
                "actual   | 1  | 1.0",
                "expected | 1  | 1.25",
                "         |    | ^^^^"));
  }

  @Test
  void letsFloatsDifferInProportion() {
    Dataset<Row> actual = data.rows("d DOUBLE", row(1e9), row(1.0));

    assertDataset(actual).withRelativeTolerance(1e-6).hasRows(row(1e9 + 999), row(1.0 + 9e-7));
    differs(() -> assertDataset(actual).withRelativeTolerance(1e-6).hasRows(row(1e9), row(1.1)));
  }

  @Test
  void letsNestedFloatsDiffer() {
    String schema = "a ARRAY<DOUBLE>, s STRUCT<f: FLOAT>, m MAP<STRING, DOUBLE>";
    Dataset<Row> actual =
        data.rows(
            schema, row(Arrays.asList(1.0, null), row(2.0f), Collections.singletonMap("k", 3.0)));

    assertDataset(actual)
        .withTolerance(0.01)
        .hasRows(
            row(Arrays.asList(1.001, null), row(2.001f), Collections.singletonMap("k", 3.001)));
    differs(
        () ->
            assertDataset(actual)
                .withTolerance(0.01)
                .hasRows(
                    row(
                        Arrays.asList(1.001, null),
                        row(2.001f),
                        Collections.singletonMap("x", 3.0))));
  }

  @Test
  void findsAMatchingWhereTheNearestFirstWouldNot() {
    Dataset<Row> actual = data.rows("a DOUBLE, b DOUBLE", row(1.0, 5.0), row(1.01, 3.0));

    assertDataset(actual).withTolerance(0.02).hasRows(row(1.0, 3.0), row(1.01, 5.0));
    assertDataset(data.rows("a DOUBLE", row(1.0), row(2.0)))
        .withTolerance(1)
        .hasRows(row(0.5), row(1.5));
    assertDataset(data.rows("a DOUBLE", row(2.0), row(1.0)))
        .withTolerance(1)
        .hasRows(row(1.5), row(2.5));
  }

  @Test
  void cutsWideCellsAroundTheDifference() {
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      wide.append("0123456789");
    }
    Dataset<Row> actual =
        data.rows("id INT, t STRING", row(1, wide + "a"), row(2, wide.toString()));

    assertThatThrownBy(() -> assertDataset(actual).hasRows(row(1, wide + "b")))
        .hasMessage(
            String.join(
                "\n",
                "The rows are not as expected: 2 unexpected, 1 missing.",
                "",
                "           | id | t",
                "actual     | 1  | ...01234567890123456789a",
                "expected   | 1  | ...01234567890123456789b",
                "           |    | ^^^^^^^^^^^^^^^^^^^^^^^^",
                "unexpected | 2  | 0123456789012345678901234567890123456..."));
  }

  @Test
  void leavesOutColumnsOfWideTablesThatDoNotDiffer() {
    Dataset<Row> actual =
        spark
            .range(1)
            .selectExpr(
                "0 a", "1 b", "2 c", "3 d", "4 e", "5 f", "6 g", "7 h", "8 i", "9 j", "10 k",
                "11 l", "12 m", "13 n");

    assertThatThrownBy(
            () -> assertDataset(actual).hasRows(row(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0)))
        .hasMessage(
            String.join(
                "\n",
                "The rows are not as expected: 1 unexpected, 1 missing.",
                "",
                "         | a | b | c | d | e | f | g | h | i | j | k  | n",
                "actual   | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 13",
                "expected | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 0",
                "         |   |   |   |   |   |   |   |   |   |   |    | ^^",
                "(2 columns in which no pair differs are not shown)"));
  }

  private static void differs(org.assertj.core.api.ThrowableAssert.ThrowingCallable assertion) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionFailedError.class);
  }
}
