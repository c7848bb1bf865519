/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Reads both sides with the same types, so that only what differs in the data differs.
 *
 * <p>A declared schema decides. Else what knows its types (Parquet, ORC) gives them to a text that
 * is compared with it; two CSV files are compared as texts, or as the expected one's types where
 * numbers may differ by a tolerance; two JSON files as the types that take in both.
 */
final class OutputReader {
  private static final String CSV = "csv";
  private static final String JSON = "json";

  private final SparkSession spark;
  private final ExpectedOutput output;

  OutputReader(SparkSession spark, ExpectedOutput output) {
    this.spark = spark;
    this.output = output;
  }

  Dataset<Row> actual() {
    String path = output.actual().toString();
    if (isText(output.format())) {
      return reader(output.format()).schema(schemaOfTexts()).load(path);
    }
    return reader(output.format()).load(path);
  }

  /**
   * Reads what is expected.
   *
   * @param actual the schema of what was written
   * @throws AssertionError if the columns are others
   */
  Dataset<Row> expected(StructType actual) {
    String path = output.expected().toString();
    if (!isText(output.expectedFormat())) {
      return reader(output.expectedFormat()).load(path);
    }
    if (isText(output.format())) {
      return reader(output.expectedFormat()).schema(schemaOfTexts()).load(path);
    }
    if (output.schema().isPresent()) {
      return reader(output.expectedFormat()).schema(output.schema().get()).load(path);
    }
    String[] columns = reader(output.expectedFormat()).load(path).columns();
    requireSame(columns, actual);
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(actual.apply(column));
    }
    // Not the columns' order: a text has the one that a person finds clear.
    Dataset<Row> expected =
        reader(output.expectedFormat()).option("mode", "FAILFAST").schema(schema).load(path);
    return expected.select(
        Arrays.stream(actual.fieldNames())
            .map(expected::col)
            .toArray(org.apache.spark.sql.Column[]::new));
  }

  private void requireSame(String[] expected, StructType actual) {
    Set<String> names = new HashSet<>(Arrays.asList(expected));
    if (output.expectedFormat().equals(JSON)) {
      // A column without a value does not show in JSON.
      names.addAll(Arrays.asList(actual.fieldNames()));
    }
    if (!names.equals(new HashSet<>(Arrays.asList(actual.fieldNames())))) {
      throw new AssertionError(
          "The columns are not as expected: the job wrote "
              + actual.simpleString()
              + ", and "
              + output.expected()
              + " has "
              + String.join(", ", expected));
    }
  }

  private StructType schemaOfTexts() {
    if (output.schema().isPresent()) {
      return StructType.fromDDL(output.schema().get());
    }
    boolean sameFormat = output.format().equals(output.expectedFormat());
    if (output.format().equals(JSON) && sameFormat) {
      return reader(JSON).load(output.actual().toString(), output.expected().toString()).schema();
    }
    // The header may be another: the assertion on the schema says so.
    DataFrameReader reader = reader(output.format());
    if (output.tolerance().isPresent() || !sameFormat) {
      reader = reader.option("inferSchema", "true");
    }
    return reader.load(output.actual().toString()).schema();
  }

  private DataFrameReader reader(String format) {
    DataFrameReader reader = spark.read().format(format);
    if (format.equals(CSV)) {
      reader = reader.option("header", "true");
    }
    return reader.options(output.options());
  }

  private static boolean isText(String format) {
    return format.equals(CSV) || format.equals(JSON);
  }
}
