/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.opentest4j.AssertionFailedError;

/** How datasets are compared, and the comparison. */
final class Comparison {
  private static final int MOST_SHOWN = 200;

  private final Set<String> ignored = new LinkedHashSet<>();
  private List<String> key = Collections.emptyList();
  private Tolerance tolerance = Tolerance.NONE;
  private boolean inOrder;
  private boolean nullability;
  private boolean columnOrder = true;
  private int shown = 20;
  private int collected = 1000;

  void inOrder() {
    inOrder = true;
    refuseKeyInOrder();
  }

  void key(List<String> columns) {
    key = columns;
    refuseKeyInOrder();
  }

  void ignore(List<String> columns) {
    ignored.addAll(columns);
  }

  void columnOrder(boolean counts) {
    columnOrder = counts;
  }

  void nullability(boolean counts) {
    nullability = counts;
  }

  void tolerance(Tolerance wider) {
    tolerance = wider;
  }

  Tolerance tolerance() {
    return tolerance;
  }

  /** Compares datasets of up to this many rows in the driver, where it takes milliseconds. */
  void collected(int rows) {
    collected = rows;
  }

  void shown(int rows) {
    if (rows < 1 || rows > MOST_SHOWN) {
      throw new IllegalArgumentException(
          "showing(" + rows + "): give a number of rows from 1 to " + MOST_SHOWN + ".");
    }
    shown = rows;
  }

  int shown() {
    return shown;
  }

  static void refuseStream(Dataset<?> dataset, String method) {
    if (dataset.isStreaming()) {
      throw new IllegalArgumentException(
          method
              + " takes no streaming dataset, which has no end. Run it with StreamFeed, and assert"
              + " what await() returns.");
    }
  }

  /** The schema without ignored columns. */
  StructType kept(StructType schema) {
    StructField[] fields =
        Arrays.stream(schema.fields())
            .filter(field -> !ignored.contains(field.name()))
            .toArray(StructField[]::new);
    return new StructType(fields);
  }

  /** Fails if the schemas differ in what counts. */
  void compareSchemas(StructType actual, StructType expected) {
    refuseUnknown("ignoring", ignored, actual, expected);
    List<String> lines =
        SchemaDifferences.between(kept(actual), kept(expected), nullability, columnOrder);
    if (!lines.isEmpty()) {
      throw new AssertionFailedError(
          "The schema is not as expected:\n  " + String.join("\n  ", lines),
          kept(expected).sql(),
          kept(actual).sql());
    }
  }

  /** Fails if schema or rows differ in what counts. */
  void compare(Dataset<?> actual, Dataset<?> expected) {
    refuseNothingLeft(kept(actual.schema()));
    refuseUnknown("withKey", key, kept(actual.schema()), kept(expected.schema()));
    compareSchemas(actual.schema(), expected.schema());
    String[] names = kept(actual.schema()).fieldNames();
    List<Integer> keyPositions = keyPositions(names);
    Dataset<Row> actualRows = RowFunctions.rows(actual, positions(actual.columns(), names));
    Dataset<Row> expectedRows = RowFunctions.rows(expected, positions(expected.columns(), names));
    Optional<Differences> differences = differences(actualRows, expectedRows, keyPositions);
    if (differences.isPresent()) {
      throw new Failure(names, tolerance, keyPositions, shown).of(differences.get());
    }
  }

  private Optional<Differences> differences(
      Dataset<Row> actual, Dataset<Row> expected, List<Integer> keyPositions) {
    List<Row> someActual = some(actual);
    List<Row> someExpected = someActual.size() > collected ? someActual : some(expected);
    if (someExpected.size() <= collected) {
      LocalComparison local = new LocalComparison(tolerance, keyPositions);
      return inOrder
          ? local.ordered(someActual, someExpected)
          : local.unordered(someActual, someExpected);
    }
    return inOrder
        ? new OrderedComparison(tolerance, shown).compare(actual, expected)
        : new UnorderedComparison(tolerance, keyPositions).compare(actual, expected);
  }

  private List<Row> some(Dataset<Row> rows) {
    return rows.takeAsList(collected + 1).stream()
        .map(row -> row.getStruct(0))
        .collect(Collectors.toList());
  }

  private void refuseKeyInOrder() {
    if (inOrder && !key.isEmpty()) {
      throw new IllegalArgumentException(
          "withKey pairs rows by their key and inOrder by their position: keep one of them.");
    }
  }

  private void refuseNothingLeft(StructType kept) {
    if (kept.fields().length == 0 && !ignored.isEmpty()) {
      throw new IllegalArgumentException(
          "ignoring(\"" + String.join("\", \"", ignored) + "\") leaves no column to compare.");
    }
  }

  private static void refuseUnknown(
      String method, Iterable<String> columns, StructType actual, StructType expected) {
    Set<String> known = new LinkedHashSet<>(Arrays.asList(actual.fieldNames()));
    known.addAll(Arrays.asList(expected.fieldNames()));
    for (String column : columns) {
      if (!known.contains(column)) {
        throw new IllegalArgumentException(
            String.format(
                "%s(\"%s\"): there is no such column. The columns are %s.",
                method, column, String.join(", ", known)));
      }
    }
  }

  private List<Integer> keyPositions(String[] names) {
    return key.stream().map(Arrays.asList(names)::indexOf).collect(Collectors.toList());
  }

  /** Where in {@code columns} the columns of these names stand; a repeated name in its order. */
  private static List<Integer> positions(String[] columns, String[] names) {
    List<String> left = new ArrayList<>(Arrays.asList(columns));
    List<Integer> positions = new ArrayList<>();
    for (String name : names) {
      int position = left.indexOf(name);
      positions.add(position);
      left.set(position, "");
    }
    return positions;
  }
}
