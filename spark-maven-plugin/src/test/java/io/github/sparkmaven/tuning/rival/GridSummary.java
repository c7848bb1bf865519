/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import io.github.sparkmaven.tuning.rival.BestRival.Placed;
import io.github.sparkmaven.tuning.rival.GridRow.Verdict;
import io.github.sparkmaven.tuning.rival.RivalCluster.Kind;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The grid's result by manager, as a table in Markdown. */
record GridSummary(List<GridRow> rows) {

  String table() {
    StringBuilder table =
        new StringBuilder(
            "| manager | clusters | more cores | as many | fewer | ours: mean of the bound | worst"
                + " | best rival: mean | worst |\n|---|---|---|---|---|---|---|---|---|\n");
    for (Kind kind : Kind.values()) {
      table.append(
          line(kind.label(), rows.stream().filter(row -> row.cluster().kind() == kind).toList()));
    }
    return table.append(line("all", rows)).toString();
  }

  private static String line(String name, List<GridRow> rows) {
    DoubleSummaryStatistics ours = shares(rows, GridRow::ours);
    DoubleSummaryStatistics rival = shares(rows, GridRow::rival);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% |%n",
        name,
        rows.size(),
        count(rows, Verdict.WIN),
        count(rows, Verdict.TIE),
        count(rows, Verdict.LOSS),
        ours.getAverage() * 100,
        ours.getMin() * 100,
        rival.getAverage() * 100,
        rival.getMin() * 100);
  }

  private static long count(List<GridRow> rows, Verdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  private static DoubleSummaryStatistics shares(
      List<GridRow> rows, Function<GridRow, Optional<Placed>> side) {
    return rows.stream().mapToDouble(row -> row.share(side.apply(row))).summaryStatistics();
  }
}
