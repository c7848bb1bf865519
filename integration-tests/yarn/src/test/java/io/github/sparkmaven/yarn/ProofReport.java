/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** Writes each comparison as it is made, and sums them up. */
final class ProofReport implements AutoCloseable {
  private final PrintWriter file;
  private final List<Proven> all = new ArrayList<>();

  ProofReport(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    this.file = new PrintWriter(Files.newBufferedWriter(path), true);
    file.println(Proven.HEADER);
  }

  void add(List<Proven> more) {
    for (Proven proven : more) {
      all.add(proven);
      file.println(proven.csv());
      if (!proven.matches()) {
        System.out.println("MISMATCH " + proven.text());
      }
    }
  }

  List<Proven> all() {
    return List.copyOf(all);
  }

  List<Proven> mismatches() {
    return all.stream().filter(proven -> !proven.matches()).toList();
  }

  /** Returns a line for each kind, and how much of the queues' cores the plans use. */
  String summary() {
    StringBuilder text = new StringBuilder();
    text.append(row("kind", "compared", "mismatches"));
    for (Proven.Kind kind : Proven.Kind.values()) {
      List<Proven> those = all.stream().filter(proven -> proven.kind() == kind).toList();
      text.append(
          row(
              kind.name().toLowerCase(Locale.ROOT),
              String.valueOf(those.size()),
              String.valueOf(those.stream().filter(proven -> !proven.matches()).count())));
    }
    DoubleSummaryStatistics placed =
        all.stream()
            .filter(proven -> proven.kind() == Proven.Kind.PLAN && !proven.drawn().pinned())
            .mapToDouble(Proven::coresPlaced)
            .summaryStatistics();
    return text.append(
            String.format(
                Locale.ROOT,
                "share of offered cores placed without pins: mean %.3f, worst %.3f of %d plans%n",
                placed.getAverage(),
                placed.getMin(),
                placed.getCount()))
        .toString();
  }

  @Override
  public void close() {
    file.close();
  }

  private static String row(String kind, String compared, String mismatches) {
    return String.format(Locale.ROOT, "%-14s %9s %11s%n", kind, compared, mismatches);
  }
}
