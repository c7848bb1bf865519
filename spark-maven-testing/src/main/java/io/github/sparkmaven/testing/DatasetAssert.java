/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.opentest4j.AssertionFailedError;

/**
 * Asserts what a dataset holds.
 *
 * <pre>{@code
 * assertDataset(clusters)
 *     .hasSchema("id BIGINT, label INT, distance DOUBLE")
 *     .withKey("id")
 *     .withTolerance(1e-6)
 *     .hasRows(row(1, 0, 0.5), row(2, 1, 0.25));
 * assertDataset(actual).inOrder().matches(expected);
 * }</pre>
 *
 * <p>How to compare is said first; {@code matches} and {@code hasRows} end the sentence. Rows are
 * compared as a multiset unless {@link #inOrder()} is said, and equal as in Spark's SQL: null is
 * null, NaN is NaN, -0.0 is 0.0, decimals, binaries, arrays, maps and structs are equal by content.
 * Columns have the same names and types in the same order; nullability does not count.
 *
 * <p>Datasets of up to 1,000 rows are collected and compared in the driver. Larger ones are
 * compared in Spark: the driver collects counts and at most some hundred rows that differ. They are
 * evaluated more than once, so they should come out the same each time.
 *
 * <p>What does not hold is an {@link AssertionFailedError} with the rows and cells that differ; an
 * assertion that makes no sense, as for a column that is nowhere, an {@link
 * IllegalArgumentException}.
 */
public final class DatasetAssert {
  private final Dataset<?> actual;
  private final Comparison comparison = new Comparison();

  private DatasetAssert(Dataset<?> actual) {
    this.actual = actual;
  }

  /** Begins an assertion on a dataset, typed or not; a streaming one is refused. */
  public static DatasetAssert assertDataset(Dataset<?> actual) {
    Objects.requireNonNull(actual, "assertDataset(null): the dataset is missing");
    Comparison.refuseStream(actual, "assertDataset");
    return new DatasetAssert(actual);
  }

  /** Compares row by row in the order of the datasets, which should then come from a sort. */
  public DatasetAssert inOrder() {
    comparison.inOrder();
    return this;
  }

  /**
   * Lets floating-point numbers differ, also within arrays, structs, values of maps and vectors;
   * not decimals.
   *
   * @param difference the largest absolute difference that counts as equal, at least 0
   */
  public DatasetAssert withTolerance(double difference) {
    comparison.tolerance(comparison.tolerance().absolute(difference));
    return this;
  }

  /**
   * Lets floating-point numbers differ in proportion to the larger of the two. With {@link
   * #withTolerance} too, the wider of both decides.
   *
   * @param share the largest share that counts as equal, as in {@code 1e-9}
   */
  public DatasetAssert withRelativeTolerance(double share) {
    comparison.tolerance(comparison.tolerance().relative(share));
    return this;
  }

  /** Shows next to each other the rows that have equal values in these columns. */
  public DatasetAssert withKey(String... columns) {
    comparison.key(Arrays.asList(columns));
    return this;
  }

  /** Leaves columns out, wherever they are: in both datasets or in one. */
  public DatasetAssert ignoring(String... columns) {
    comparison.ignore(Arrays.asList(columns));
    return this;
  }

  /** Lets the columns stand in any order. */
  public DatasetAssert ignoringColumnOrder() {
    comparison.columnOrder(false);
    return this;
  }

  /** Compares without regard to NOT NULL, which is so unless {@link #strictly()} is said. */
  public DatasetAssert ignoringNullability() {
    comparison.nullability(false);
    return this;
  }

  /** Lets NOT NULL count, of columns, elements of arrays and values of maps. */
  public DatasetAssert strictly() {
    comparison.nullability(true);
    return this;
  }

  /**
   * Shows up to this many rows that differ, 20 by default.
   *
   * @param rows from 1 to 200; a pair of an actual and an expected row counts as one
   */
  public DatasetAssert showing(int rows) {
    comparison.shown(rows);
    return this;
  }

  /** For tests of the comparison: how many rows are few enough for the driver. */
  DatasetAssert collectingUpTo(int rows) {
    comparison.collected(rows);
    return this;
  }

  /**
   * Asserts the schema.
   *
   * @param schema columns as in {@code id BIGINT, tags ARRAY<STRING>}
   */
  public DatasetAssert hasSchema(String schema) {
    return hasSchema(Schemas.parse(schema));
  }

  /** Asserts the schema. */
  public DatasetAssert hasSchema(StructType schema) {
    comparison.compareSchemas(actual.schema(), schema);
    return this;
  }

  /** Asserts that there are no rows; shows some if there are. */
  public DatasetAssert isEmpty() {
    List<Row> some = actual.toDF().limit(comparison.shown()).collectAsList();
    if (!some.isEmpty()) {
      throw new AssertionFailedError(
          "The dataset is not empty, but has "
              + (some.size() < comparison.shown() ? "" : "at least ")
              + (some.size() == 1 ? "1 row" : some.size() + " rows")
              + ":\n\n"
              + RowTable.draw(actual.columns(), some, "unexpected"));
    }
    return this;
  }

  /** Asserts the number of rows. */
  public DatasetAssert hasCount(long rows) {
    long count = actual.count();
    if (count != rows) {
      throw new AssertionFailedError(
          "The dataset has " + count + " rows instead of " + rows + ".", rows, count);
    }
    return this;
  }

  /** Asserts that schema and rows are those of the other dataset. */
  public void matches(Dataset<?> expected) {
    Objects.requireNonNull(expected, "matches(null): the dataset is missing");
    Comparison.refuseStream(expected, "matches");
    comparison.compare(actual, expected);
  }

  /**
   * Asserts that the rows are these, made with {@link TestData#row} and fitted into the schema of
   * the dataset without its ignored columns.
   *
   * @throws IllegalArgumentException if a row does not fit the schema
   */
  public void hasRows(Row... rows) {
    StructType schema = comparison.kept(actual.schema());
    List<Row> expected = rows.length == 0 ? Collections.emptyList() : Arrays.asList(rows);
    comparison.compare(actual, TestData.of(actual.sparkSession()).rows(schema, expected));
  }
}
