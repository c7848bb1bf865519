/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Matches the rows of one group, as many as possible: each newcomer may move earlier ones to other
 * counterparts (augmenting paths).
 */
final class GroupMatching {
  /** One row of either side. */
  private static final class Unit {
    private final Row entry;
    private final List<Double> floats;

    Unit(Row entry) {
      this.entry = entry;
      this.floats = Canonical.apart(entry.getStruct(2)).floats();
    }
  }

  private final Tolerance tolerance;
  private final List<Unit> actual = new ArrayList<>();
  private final List<Unit> expected = new ArrayList<>();

  GroupMatching(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** Takes entries of text, balance and row, and returns those without counterpart. */
  List<Row> unmatched(Object entries) {
    for (Object entry : PlainValues.list(entries)) {
      add((Row) entry);
    }
    int[] taken = new int[expected.size()];
    Arrays.fill(taken, -1);
    List<Row> left = new ArrayList<>();
    for (int i = 0; i < actual.size(); i++) {
      if (!place(i, taken, new boolean[taken.length])) {
        left.add(single(actual.get(i), 1));
      }
    }
    for (int i = 0; i < taken.length; i++) {
      if (taken[i] < 0) {
        left.add(single(expected.get(i), -1));
      }
    }
    return left;
  }

  private void add(Row entry) {
    long balance = entry.getLong(1);
    List<Unit> side = balance > 0 ? actual : expected;
    for (long i = 0; i < Math.abs(balance); i++) {
      side.add(new Unit(entry));
    }
  }

  private boolean place(int unit, int[] taken, boolean[] tried) {
    for (int i = 0; i < taken.length; i++) {
      if (!tried[i] && tolerance.covers(actual.get(unit).floats, expected.get(i).floats)) {
        tried[i] = true;
        if (taken[i] < 0 || place(taken[i], taken, tried)) {
          taken[i] = unit;
          return true;
        }
      }
    }
    return false;
  }

  private static Row single(Unit unit, long balance) {
    return RowFactory.create(unit.entry.getString(0), balance, unit.entry.getStruct(2));
  }
}
