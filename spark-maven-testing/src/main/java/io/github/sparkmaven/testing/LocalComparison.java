/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows that have been collected: what {@link UnorderedComparison} and {@link
 * OrderedComparison} do, without the seconds that their jobs take.
 */
final class LocalComparison {
  private final Tolerance tolerance;
  private final List<Integer> key;

  LocalComparison(Tolerance tolerance, List<Integer> key) {
    this.tolerance = tolerance;
    this.key = key;
  }

  /** Compares the rows as multisets; empty if nothing differs. */
  Optional<Differences> unordered(List<Row> actual, List<Row> expected) {
    Map<String, Deque<Row>> missing = new LinkedHashMap<>();
    expected.forEach(
        row -> missing.computeIfAbsent(Canonical.text(row), t -> new ArrayDeque<>()).add(row));
    List<Row> unexpected = new ArrayList<>();
    for (Row row : actual) {
      if (missing.getOrDefault(Canonical.text(row), new ArrayDeque<>()).poll() == null) {
        unexpected.add(row);
      }
    }
    List<Row> unmatched = new ArrayList<>();
    missing.values().forEach(unmatched::addAll);
    return tolerance.isNone()
        ? differences(unexpected, unmatched)
        : withinTolerance(unexpected, unmatched);
  }

  /** Compares the rows one by one; empty if nothing differs. */
  Optional<Differences> ordered(List<Row> actual, List<Row> expected) {
    List<RowDifference> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(actual.size(), expected.size()); i++) {
      Row a = at(actual, i);
      Row e = at(expected, i);
      if (a == null || e == null || !tolerance.same(a, e)) {
        differences.add(new RowDifference(Integer.toString(i + 1), a, e));
      }
    }
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    String summary =
        OrderedComparison.summary(differences.size(), !unordered(actual, expected).isPresent());
    return Optional.of(new Differences(summary, differences.size(), differences));
  }

  private Optional<Differences> withinTolerance(List<Row> unexpected, List<Row> missing) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    addEntries(groups, unexpected, 1);
    addEntries(groups, missing, -1);
    List<Row> stillUnexpected = new ArrayList<>();
    List<Row> stillMissing = new ArrayList<>();
    for (List<Row> group : groups.values()) {
      for (Row left : new GroupMatching(tolerance).unmatched(group)) {
        (left.getLong(1) > 0 ? stillUnexpected : stillMissing).add(left.getStruct(2));
      }
    }
    return differences(stillUnexpected, stillMissing);
  }

  private static void addEntries(Map<String, List<Row>> groups, List<Row> rows, long balance) {
    for (Row row : rows) {
      groups
          .computeIfAbsent(Canonical.apart(row).text(), shape -> new ArrayList<>())
          .add(RowFactory.create("", balance, row));
    }
  }

  private Optional<Differences> differences(List<Row> unexpected, List<Row> missing) {
    return unexpected.isEmpty() && missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RowPairing(tolerance, key)
                .differences(
                    unexpected.size(), missing.size(), sorted(unexpected), sorted(missing)));
  }

  private static List<Row> sorted(List<Row> rows) {
    List<Row> sorted = new ArrayList<>(rows);
    Collections.sort(sorted, RowPairing::compare);
    return sorted.subList(0, Math.min(sorted.size(), UnorderedComparison.SAMPLE));
  }

  private static @Nullable Row at(List<Row> rows, int position) {
    return position < rows.size() ? rows.get(position) : null;
  }
}
