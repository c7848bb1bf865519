/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Shows submissions as lines of text: a table, and what there is to say of each. */
public final class StatusTable {
  private static final int MOST = 20;
  private static final List<String> HEADER =
      List.of("SUBMISSION", "STATE", "APPLICATION", "SINCE", "ENVIRONMENT", "MASTER");

  private final DateTimeFormatter time;

  /** Shows times in a zone. */
  public StatusTable(ZoneId zone) {
    this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  /** Returns the lines; of submissions that have ended, only the newest are shown. */
  public List<String> lines(List<Standing> rows) {
    List<Standing> shown =
        IntStream.range(0, rows.size())
            .filter(i -> i < MOST || !rows.get(i).seen().over())
            .mapToObj(rows::get)
            .toList();
    List<List<String>> cells = new ArrayList<>(List.of(HEADER));
    shown.forEach(row -> cells.add(cells(row)));
    List<String> padded = padded(cells);
    List<String> lines = new ArrayList<>(padded.subList(0, 1));
    for (int i = 0; i < shown.size(); i++) {
      lines.add(padded.get(i + 1));
      lines.addAll(details(shown.get(i), shown.size() == 1));
    }
    if (shown.size() < rows.size()) {
      lines.add("and " + (rows.size() - shown.size()) + " older ones, which have ended");
    }
    return lines;
  }

  /** Returns a state as a word. */
  static String state(Standing row) {
    return row.seen().state().name().toLowerCase(Locale.ROOT);
  }

  private List<String> cells(Standing row) {
    return List.of(
        row.id(),
        state(row),
        row.seen().application().orElse("-"),
        row.since().map(time::format).orElse("-"),
        row.environment().isEmpty() ? "-" : row.environment(),
        row.where());
  }

  private static List<String> details(Standing row, boolean alone) {
    List<String> lines = new ArrayList<>();
    boolean of = alone || !row.seen().state().ended();
    if (!row.seen().detail().isEmpty() && of) {
      lines.add("    " + row.seen().detail().replace("\n", "\n    "));
    }
    if (row.page().isEmpty()) {
      lines.add("    found on the cluster; the ledger does not know it");
    }
    if (row.seen().state().alive()) {
      row.seen().ui().ifPresent(ui -> lines.add("    UI   " + ui));
    }
    if (of) {
      row.log().ifPresent(log -> lines.add("    log  " + log));
    }
    if (!row.look().isEmpty()) {
      lines.add("    look with: " + row.look());
    }
    return lines;
  }

  private static List<String> padded(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, HEADER.size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
