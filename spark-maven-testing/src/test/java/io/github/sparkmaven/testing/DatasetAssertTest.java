/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static io.github.sparkmaven.testing.DatasetAssert.assertDataset;
import static io.github.sparkmaven.testing.TestData.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

@SparkTest
class DatasetAssertTest {
  private static final String PEOPLE = "id INT, name STRING, score DOUBLE";

  private final SparkSession spark;
  private final TestData data;

  DatasetAssertTest(SparkSession spark, TestData data) {
    this.spark = spark;
    this.data = data;
  }

  @Test
  void takesEqualRowsInAnyOrder() {
    Dataset<Row> actual = data.rows(PEOPLE, row(2, null, 2.5), row(1, "Ada", 1.5));

    assertDataset(actual).matches(data.rows(PEOPLE, row(1, "Ada", 1.5), row(2, null, 2.5)));
  }

  @Test
  void takesTypedDatasets() {
    assertDataset(spark.range(3)).hasRows(row(2), row(1), row(0));
    assertDataset(spark.createDataset(java.util.Arrays.asList("a"), Encoders.STRING()))
        .hasRows(row("a"));
  }

  @Test
  void marksCellsThatDifferBetweenRowsThatAreAlike() {
    Dataset<Row> actual =
        data.rows(PEOPLE, row(1, "Bob", 1.5), row(8, "Kim", 2.0), row(10, null, 3.0));
    Dataset<Row> expected =
        data.rows(PEOPLE, row(1, "Alice", 1.5), row(7, "Zoe", 5.0), row(10, "null", 3.0));

    AssertionFailedError failure = failure(() -> assertDataset(actual).matches(expected));

    assertThat(failure)
        .hasMessage(
            lines(
                "The rows are not as expected: 3 unexpected, 3 missing.",
                "",
                "           | id | name   | score",
                "actual     | 1  | Bob    | 1.5",
                "expected   | 1  | Alice  | 1.5",
                "           |    | ^^^^^  |",
                "missing    | 7  | Zoe    | 5.0",
                "unexpected | 8  | Kim    | 2.0",
                "actual     | 10 | null   | 3.0",
                "expected   | 10 | \"null\" | 3.0",
                "           |    | ^^^^^^ |"));
    assertThat(failure.getExpected().getStringRepresentation())
        .isEqualTo(
            lines(
                " | id | name   | score",
                " | 1  | Alice  | 1.5",
                " | 7  | Zoe    | 5.0",
                " | 10 | \"null\" | 3.0"));
  }

  @Test
  void countsRepeatedRows() {
    Dataset<Row> actual = data.rows("a INT, b INT", row(1, 1), row(1, 1), row(1, 1), row(2, 2));

    assertThat(failure(() -> assertDataset(actual).hasRows(row(1, 1), row(2, 2), row(2, 2))))
        .hasMessage(
            lines(
                "The rows are not as expected: 2 unexpected, 1 missing.",
                "",
                "           | a | b",
                "unexpected | 1 | 1",
                "unexpected | 1 | 1",
                "missing    | 2 | 2"));
  }

  @Test
  void pairsByKey() {
    Dataset<Row> actual = data.rows(PEOPLE, row(1, "Ada", 1.5), row(2, "Bob", 2.5));

    assertThat(
            failure(
                () ->
                    assertDataset(actual)
                        .withKey("id")
                        .hasRows(row(2, "Ada", 1.5), row(1, "Eve", 2.5))))
        .hasMessage(
            lines(
                "The rows are not as expected: 2 unexpected, 2 missing.",
                "",
                "         | id | name | score",
                "actual   | 1  | Ada  | 1.5",
                "expected | 1  | Eve  | 2.5",
                "         |    | ^^^  | ^^^",
                "actual   | 2  | Bob  | 2.5",
                "expected | 2  | Ada  | 1.5",
                "         |    | ^^^  | ^^^"));
  }

  @Test
  void comparesInOrder() {
    Dataset<Row> actual = data.rows("id INT, name STRING", row(1, "a"), row(2, "b"), row(3, "c"));

    assertDataset(actual).inOrder().hasRows(row(1, "a"), row(2, "b"), row(3, "c"));
    assertThat(failure(() -> assertDataset(actual).inOrder().hasRows(row(1, "a"), row(2, "x"))))
        .hasMessage(
            lines(
                "The rows are not as expected: at 2 positions.",
                "",
                "             | id | name",
                "2 actual     | 2  | b",
                "2 expected   | 2  | x",
                "             |    | ^",
                "3 unexpected | 3  | c"));
  }

  @Test
  void saysWhenOnlyTheOrderDiffers() {
    Dataset<Row> actual = data.rows("id INT", row(1), row(2));

    assertThat(failure(() -> assertDataset(actual).inOrder().hasRows(row(2), row(1))))
        .hasMessage(
            lines(
                "The rows are not as expected: at 2 positions; without their order they are the"
                    + " same.",
                "",
                "           | id",
                "1 actual   | 1",
                "1 expected | 2",
                "           | ^",
                "2 actual   | 2",
                "2 expected | 1",
                "           | ^"));
  }

  @Test
  void showsSomeRowsOfMany() {
    assertThat(failure(() -> assertDataset(spark.range(100).toDF("id")).showing(2).hasRows(row(0))))
        .hasMessage(
            lines(
                "The rows are not as expected: 99 unexpected, 0 missing.",
                "",
                "           | id",
                "unexpected | 1",
                "unexpected | 2",
                "... and 97 more rows"));
    assertThat(
            failure(
                () ->
                    assertDataset(spark.range(100).toDF("id"))
                        .inOrder()
                        .showing(1)
                        .matches(spark.range(1, 101).toDF("id"))))
        .hasMessage(
            lines(
                "The rows are not as expected: at 100 positions.",
                "",
                "           | id",
                "1 actual   | 0",
                "1 expected | 1",
                "           | ^",
                "... and 99 more positions"));
  }

  @Test
  void ignoresColumns() {
    Dataset<Row> actual = data.rows(PEOPLE, row(1, "Ada", 1.5));

    assertDataset(actual).ignoring("name", "score").hasSchema("id INT").hasRows(row(1));
    assertDataset(actual)
        .ignoring("score", "rank")
        .matches(data.rows("id INT, rank INT, name STRING", row(1, 5, "Ada")));
  }

  @Test
  void takesColumnsInAnyOrderIfTold() {
    Dataset<Row> actual = data.rows("a INT, b INT", row(1, 2));
    Dataset<Row> expected = data.rows("b INT, a INT", row(2, 1));

    assertDataset(actual).ignoringColumnOrder().matches(expected);
    assertThat(failure(() -> assertDataset(actual).matches(expected)))
        .hasMessage(
            lines(
                "The schema is not as expected:",
                "  the columns stand in the order a, b instead of b, a"));
  }

  @Test
  void takesRepeatedNamesOfColumns() {
    Dataset<Row> actual = data.rows("a INT, b INT", row(1, 2)).toDF("a", "a");

    assertDataset(actual).hasRows(row(1, 2));
    assertThat(failure(() -> assertDataset(actual).hasRows(row(1, 3)))).hasMessageContaining("^");
  }

  @Test
  void assertsSchemas() {
    assertDataset(spark.range(1)).hasSchema("id BIGINT").strictly().hasSchema("id BIGINT NOT NULL");
    AssertionFailedError failure =
        failure(() -> assertDataset(spark.range(1)).hasSchema("id INT, name STRING"));
    assertThat(failure)
        .hasMessage(
            lines(
                "The schema is not as expected:",
                "  id is BIGINT instead of INT",
                "  name STRING is missing"));
    assertThat(failure.getExpected().getStringRepresentation())
        .isEqualTo("STRUCT<id: INT, name: STRING>");
  }

  @Test
  void assertsEmptinessAndCount() {
    assertDataset(spark.range(0)).isEmpty().hasCount(0);
    assertThat(failure(() -> assertDataset(spark.range(1)).isEmpty()))
        .hasMessage(
            lines(
                "The dataset is not empty, but has 1 row:",
                "",
                "           | id",
                "unexpected | 0"));
    assertThat(failure(() -> assertDataset(spark.range(9)).showing(2).isEmpty()))
        .hasMessageStartingWith("The dataset is not empty, but has at least 2 rows:\n");
    assertThat(failure(() -> assertDataset(spark.range(5)).hasCount(3)))
        .hasMessage("The dataset has 5 rows instead of 3.");
  }

  @Test
  void refusesAssertionsThatMakeNoSense() {
    assertThatThrownBy(() -> assertDataset(spark.range(1)).ignoring("nmae").hasRows(row(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ignoring(\"nmae\"): there is no such column. The columns are id.");
    assertThatThrownBy(() -> assertDataset(spark.range(1)).withKey("ID").hasRows(row(0)))
        .hasMessage("withKey(\"ID\"): there is no such column. The columns are id.");
    assertThatThrownBy(() -> assertDataset(spark.range(1)).withKey("id").inOrder())
        .hasMessage(
            "withKey pairs rows by their key and inOrder by their position: keep one of them.");
    assertThatThrownBy(() -> assertDataset(spark.range(1)).withTolerance(-1))
        .hasMessage("withTolerance(-1.0): give a finite number of at least 0, as in 1e-6.");
    assertThatThrownBy(() -> assertDataset(spark.range(1)).showing(0))
        .hasMessage("showing(0): give a number of rows from 1 to 200.");
    assertThatThrownBy(() -> assertDataset(spark.range(1)).ignoring("id").hasRows())
        .hasMessage("ignoring(\"id\") leaves no column to compare.");
    assertThatThrownBy(() -> assertDataset(spark.readStream().format("rate").load()))
        .hasMessage(
            "assertDataset takes no streaming dataset, which has no end. Run it with StreamFeed, and"
                + " assert what await() returns.");
  }

  private static AssertionFailedError failure(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable assertion) {
    AssertionFailedError failure = catchThrowableOfType(AssertionFailedError.class, assertion);
    assertThat(failure).as("the assertion fails").isNotNull();
    return failure;
  }

  private static String lines(String... lines) {
    return String.join("\n", lines);
  }
}
