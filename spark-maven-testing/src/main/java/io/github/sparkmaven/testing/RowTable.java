/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Draws rows as a table: a pair of rows is marked below the cells that differ. */
final class RowTable {
  private static final int CELL_WIDTH = 40;
  private static final int COLUMNS = 12;

  private final String[] names;
  private final Tolerance tolerance;
  private final List<List<String>> lines = new ArrayList<>();
  private final List<Integer> columns;

  private RowTable(
      String[] names, Tolerance tolerance, List<Integer> key, List<RowDifference> shown) {
    this.names = names;
    this.tolerance = tolerance;
    this.columns = columns(key, shown);
  }

  /** The differences in a table, with a line below it if columns are left out. */
  static String draw(
      String[] names, Tolerance tolerance, List<Integer> key, List<RowDifference> differences) {
    RowTable table = new RowTable(names, tolerance, key, differences);
    table.addHeader();
    differences.forEach(table::add);
    int hidden = names.length - table.columns.size();
    return table.text()
        + (hidden == 0
            ? ""
            : String.format("\n(%d columns in which no pair differs are not shown)", hidden));
  }

  /** Rows in a table, all with the same label. */
  static String draw(String[] names, List<Row> rows, String label) {
    RowTable table =
        new RowTable(names, Tolerance.NONE, Collections.emptyList(), Collections.emptyList());
    table.addHeader();
    rows.forEach(row -> table.addSingle(label, row));
    return table.text();
  }

  /** All columns of narrow tables; of wide ones the key, those that differ, and the leftmost. */
  private List<Integer> columns(List<Integer> key, List<RowDifference> shown) {
    TreeSet<Integer> chosen = new TreeSet<>(key);
    for (RowDifference difference : shown) {
      Row actual = difference.actual();
      Row expected = difference.expected();
      for (int i = 0; i < names.length && actual != null && expected != null; i++) {
        if (!tolerance.same(actual.get(i), expected.get(i))) {
          chosen.add(i);
        }
      }
    }
    for (int i = 0; i < names.length && chosen.size() < COLUMNS; i++) {
      chosen.add(i);
    }
    return new ArrayList<>(chosen);
  }

  private void addHeader() {
    List<String> header = new ArrayList<>(Collections.singleton(""));
    columns.forEach(i -> header.add(CellText.cut(names[i], CELL_WIDTH)));
    lines.add(header);
  }

  private void add(RowDifference difference) {
    Row actual = difference.actual();
    Row expected = difference.expected();
    String position = difference.position().isEmpty() ? "" : difference.position() + " ";
    if (actual == null || expected == null) {
      addSingle(position + (actual == null ? "missing" : "unexpected"), difference.either());
    } else {
      addPair(position, actual, expected);
    }
  }

  private void addSingle(String label, Row row) {
    List<String> line = new ArrayList<>(Collections.singleton(label));
    columns.forEach(i -> line.add(CellText.cut(CellText.of(row.get(i)), CELL_WIDTH)));
    lines.add(line);
  }

  private void addPair(String position, Row actual, Row expected) {
    List<String> first = new ArrayList<>(Collections.singleton(position + "actual"));
    List<String> second = new ArrayList<>(Collections.singleton(position + "expected"));
    List<String> marks = new ArrayList<>(Collections.singleton(""));
    for (int i : columns) {
      List<String> cells = cells(actual.get(i), expected.get(i));
      first.add(cells.get(0));
      second.add(cells.get(1));
      boolean same = tolerance.same(actual.get(i), expected.get(i));
      int width = Math.max(cells.get(0).length(), cells.get(1).length());
      marks.add(same ? "" : repeat('^', width));
    }
    lines.addAll(Arrays.asList(first, second, marks));
  }

  private static List<String> cells(@Nullable Object a, @Nullable Object b) {
    return CellText.cut(Arrays.asList(CellText.of(a), CellText.of(b)), CELL_WIDTH);
  }

  private String text() {
    int[] widths = new int[columns.size() + 1];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    List<String> drawn = new ArrayList<>();
    for (List<String> line : lines) {
      drawn.add(line(line, widths));
    }
    return String.join("\n", drawn);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      text.append(i == 0 ? "" : " | ").append(cells.get(i));
      text.append(repeat(' ', widths[i] - cells.get(i).length()));
    }
    return text.toString().replaceAll(" +$", "");
  }

  private static String repeat(char c, int times) {
    char[] text = new char[times];
    Arrays.fill(text, c);
    return new String(text);
  }
}
