/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the check has counted, and what it could not recompute. */
final class Findings {
  private final List<String> faults = new ArrayList<>();
  private final Set<String> met = new TreeSet<>();
  private final Map<String, Integer> figures = new TreeMap<>();
  private final Map<String, Integer> sums = new TreeMap<>();

  /** Notes that a setting or warning was there. */
  void met(String what) {
    met.add(what);
  }

  /** Counts a figure of the plan, which must be what comes out. */
  void figure(String kind, String where, long computed, long written) {
    figures.merge(kind, 1, Integer::sum);
    if (computed != written) {
      faults.add(where + " is " + written + ", and comes to " + computed);
    }
  }

  /** Counts the numbers and sums of a text. */
  void statement(String kind, Statement statement) {
    figures.merge(kind, statement.numbers(), Integer::sum);
    sums.merge(kind, statement.sums(), Integer::sum);
    statement.faults().forEach(fault -> faults.add(kind + ": " + fault));
  }

  /** Counts a text that must be this one, digit by digit. */
  void sentence(String kind, String computed, String written) {
    figures.merge(kind, Expression.count(written), Integer::sum);
    require(computed.equals(written), kind + ": '" + written + "' should be '" + computed + "'");
  }

  void require(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }

  List<String> faults() {
    return faults;
  }

  /** Returns the settings and warnings that were there. */
  Set<String> met() {
    return met;
  }

  /** Returns how much was recomputed, by kind. */
  String counted() {
    StringBuilder text = new StringBuilder();
    figures.forEach(
        (kind, count) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%n%-24s %7d figures %7d sums",
                    kind,
                    count,
                    sums.getOrDefault(kind, 0))));
    return text.append(
            String.format(
                Locale.ROOT, "%n%-24s %7d figures %7d sums", "all", total(figures), total(sums)))
        .toString();
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
