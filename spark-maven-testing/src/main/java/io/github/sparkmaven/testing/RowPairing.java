/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Finds for each row that is not expected the missing one that was probably meant. */
final class RowPairing {
  /** Two rows with some cells in common. */
  private static final class Candidate {
    private final int actual;
    private final int expected;
    private final long likeness;

    Candidate(int actual, int expected, long likeness) {
      this.actual = actual;
      this.expected = expected;
      this.likeness = likeness;
    }
  }

  private final Tolerance tolerance;
  private final List<Integer> key;

  RowPairing(Tolerance tolerance, List<Integer> key) {
    this.tolerance = tolerance;
    this.key = key;
  }

  /** What differs, with pairs out of samples of the rows of both sides. */
  Differences differences(long unexpected, long missing, List<Row> actual, List<Row> expected) {
    String summary = unexpected + " unexpected, " + missing + " missing";
    return new Differences(summary, unexpected + missing, pair(actual, expected));
  }

  /** Pairs the most alike first; sorted by the values of the rows. */
  private List<RowDifference> pair(List<Row> actual, List<Row> expected) {
    List<@Nullable Row> actualLeft = new ArrayList<>(actual);
    List<@Nullable Row> expectedLeft = new ArrayList<>(expected);
    List<RowDifference> differences = new ArrayList<>();
    for (Candidate candidate : candidates(actual, expected)) {
      Row a = actualLeft.get(candidate.actual);
      Row e = expectedLeft.get(candidate.expected);
      if (a != null && e != null) {
        differences.add(new RowDifference("", a, e));
        actualLeft.set(candidate.actual, null);
        expectedLeft.set(candidate.expected, null);
      }
    }
    actualLeft.forEach(row -> addIfLeft(differences, row, null));
    expectedLeft.forEach(row -> addIfLeft(differences, null, row));
    differences.sort(Comparator.comparing(RowDifference::either, RowPairing::compare));
    return differences;
  }

  private static void addIfLeft(
      List<RowDifference> differences, @Nullable Row actual, @Nullable Row expected) {
    if (actual != null || expected != null) {
      differences.add(new RowDifference("", actual, expected));
    }
  }

  private List<Candidate> candidates(List<Row> actual, List<Row> expected) {
    List<List<Canonical>> actualCells = cells(actual);
    List<List<Canonical>> expectedCells = cells(expected);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < actual.size(); i++) {
      for (int j = 0; j < expected.size(); j++) {
        long likeness = likeness(actualCells.get(i), expectedCells.get(j));
        if (likeness > 0) {
          candidates.add(new Candidate(i, j, likeness));
        }
      }
    }
    // The sort is stable: of equal likeness, the order of the rows decides.
    candidates.sort(Comparator.comparingLong((Candidate candidate) -> -candidate.likeness));
    return candidates;
  }

  /** 0 for rows that are no pair; more for more equal cells, then for equal cells further left. */
  private long likeness(List<Canonical> a, List<Canonical> b) {
    long equal = 0;
    long leftmost = 0;
    for (int i = 0; i < a.size(); i++) {
      if (tolerance.same(a.get(i), b.get(i))) {
        equal++;
        leftmost += a.size() - i;
      } else if (key.contains(i)) {
        return 0;
      }
    }
    boolean alike = key.isEmpty() ? equal * 3 >= a.size() && equal > 0 : true;
    return alike ? 1 + equal * 1_000_000 + leftmost : 0;
  }

  private static List<List<Canonical>> cells(List<Row> rows) {
    List<List<Canonical>> all = new ArrayList<>();
    for (Row row : rows) {
      List<Canonical> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(Canonical.apart(row.get(i)));
      }
      all.add(cells);
    }
    return all;
  }

  /** Orders rows of one schema by their values. */
  static int compare(Row a, Row b) {
    for (int i = 0; i < a.size(); i++) {
      int order = compareCells(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // values of one column
  private static int compareCells(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Comparable && b instanceof Comparable && a.getClass() == b.getClass()) {
      return ((Comparable<Object>) a).compareTo(b);
    }
    return Canonical.text(a).compareTo(Canonical.text(b));
  }
}
