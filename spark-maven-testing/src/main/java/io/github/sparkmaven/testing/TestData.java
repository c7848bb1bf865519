/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Small datasets for tests: from rows that stand in the test, from resources and from files.
 *
 * <pre>{@code
 * Dataset<Row> people =
 *     data.rows("id BIGINT, name STRING, born DATE",
 *         row(1, "Ada", LocalDate.of(1815, 12, 10)),
 *         row(2, null, null));
 * Dataset<Row> trips = data.csv("trips.csv", "id INT, km DOUBLE");
 * }</pre>
 *
 * <p>{@link SparkExtension} injects it; elsewhere {@link #of(SparkSession)} makes it. A {@code
 * String} is the name of a resource on the class path, below {@code src/test/resources} as a rule,
 * with or without a leading slash; a {@link Path} is a file or folder. What is not there is an
 * {@link IllegalArgumentException}.
 */
public final class TestData {
  private final SparkSession spark;

  private TestData(SparkSession spark) {
    this.spark = spark;
  }

  /** Test data as datasets of this session. */
  public static TestData of(SparkSession spark) {
    return new TestData(spark);
  }

  /** One row of values, of which any may be null. */
  public static Row row(@Nullable Object @Nullable ... values) {
    // row(null) gives the compiler an array that is null.
    return RowFactory.create(values == null ? new Object[] {null} : values);
  }

  /**
   * A dataset of these rows.
   *
   * <p>Values are what Spark takes for the type, and what fits it without loss: whole numbers for
   * every numeric type with room for them, {@link java.math.BigDecimal} up to the scale, java.time
   * and java.sql for dates and times, lists, arrays and Scala collections, rows for structs.
   *
   * @param schema columns as in {@code id INT NOT NULL, tags ARRAY<STRING>}
   * @throws IllegalArgumentException if a row does not fit, with row, column, value and what is
   *     accepted, or if the schema cannot be read
   */
  public Dataset<Row> rows(String schema, Row... rows) {
    return rows(Schemas.parse(schema), Arrays.asList(rows));
  }

  /** A dataset of these rows, as {@link #rows(String, Row...)}. */
  public Dataset<Row> rows(StructType schema, List<Row> rows) {
    return spark.createDataFrame(new RowFitting(schema).fit(rows), schema);
  }

  /** A CSV resource with a header line; every column is a string, an empty cell is null. */
  public Dataset<Row> csv(String resource) {
    return csvReader().csv(TestResource.locate(resource));
  }

  /**
   * A CSV resource with a header line that names the columns of the schema in their order; an empty
   * cell is null. A cell that does not fit its column makes the query fail that reads it.
   */
  public Dataset<Row> csv(String resource, String schema) {
    return strict(csvReader(), schema).csv(TestResource.locate(resource));
  }

  /** A CSV file, as {@link #csv(String)}. */
  public Dataset<Row> csv(Path file) {
    return csvReader().csv(TestResource.existing(file));
  }

  /** A CSV file, as {@link #csv(String, String)}. */
  public Dataset<Row> csv(Path file, String schema) {
    return strict(csvReader(), schema).csv(TestResource.existing(file));
  }

  /** A resource of one JSON object a line; Spark finds out the columns and their types. */
  public Dataset<Row> json(String resource) {
    return jsonReader().json(TestResource.locate(resource));
  }

  /**
   * A resource of one JSON object a line; a field that is absent is null. A value that does not fit
   * its column makes the query fail that reads it.
   */
  public Dataset<Row> json(String resource, String schema) {
    return strict(jsonReader(), schema).json(TestResource.locate(resource));
  }

  /** A file of one JSON object a line, as {@link #json(String)}. */
  public Dataset<Row> json(Path file) {
    return jsonReader().json(TestResource.existing(file));
  }

  /** A file of one JSON object a line, as {@link #json(String, String)}. */
  public Dataset<Row> json(Path file, String schema) {
    return strict(jsonReader(), schema).json(TestResource.existing(file));
  }

  /** A Parquet resource: a file, or a folder of files. */
  public Dataset<Row> parquet(String resource) {
    return spark.read().parquet(TestResource.locate(resource));
  }

  /** A Parquet file, or a folder of such. */
  public Dataset<Row> parquet(Path file) {
    return spark.read().parquet(TestResource.existing(file));
  }

  private DataFrameReader csvReader() {
    return spark.read().option("header", "true").option("mode", "FAILFAST");
  }

  private DataFrameReader jsonReader() {
    return spark.read().option("mode", "FAILFAST");
  }

  private static DataFrameReader strict(DataFrameReader reader, String schema) {
    // Otherwise Spark would pass over the header and take the columns by position.
    return reader.schema(Schemas.parse(schema)).option("enforceSchema", "false");
  }
}
