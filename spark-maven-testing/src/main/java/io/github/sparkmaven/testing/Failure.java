/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.opentest4j.AssertionFailedError;

/** Tells a person how rows differ. */
final class Failure {
  private final String[] names;
  private final Tolerance tolerance;
  private final List<Integer> key;
  private final int shown;

  Failure(String[] names, Tolerance tolerance, List<Integer> key, int shown) {
    this.names = names;
    this.tolerance = tolerance;
    this.key = key;
    this.shown = shown;
  }

  AssertionFailedError of(Differences differences) {
    List<RowDifference> some =
        differences.sample().stream().limit(shown).collect(Collectors.toList());
    List<Row> actual = rows(some.stream().map(RowDifference::actual).collect(Collectors.toList()));
    List<Row> expected =
        rows(some.stream().map(RowDifference::expected).collect(Collectors.toList()));
    return new AssertionFailedError(
        "The rows are not as expected: "
            + differences.summary()
            + ".\n\n"
            + RowTable.draw(names, tolerance, key, some)
            + more(differences, some, actual.size() + expected.size()),
        RowTable.draw(names, expected, ""),
        RowTable.draw(names, actual, ""));
  }

  private static String more(Differences differences, List<RowDifference> some, int rows) {
    boolean byPosition = !some.isEmpty() && !some.get(0).position().isEmpty();
    long left = differences.total() - (byPosition ? some.size() : rows);
    return left == 0
        ? ""
        : String.format("\n... and %d more %s", left, byPosition ? "positions" : "rows");
  }

  private static List<Row> rows(List<Row> rows) {
    return rows.stream().filter(Objects::nonNull).collect(Collectors.toList());
  }
}
