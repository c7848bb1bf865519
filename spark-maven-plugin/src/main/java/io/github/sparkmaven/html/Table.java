/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.html;

import java.util.List;

/**
 * A table whose rows become blocks where the window is narrow; each cell then shows its column's
 * name.
 *
 * @param columns the columns' names
 */
public record Table(List<String> columns) {

  /** Copies the names. */
  public Table {
    columns = List.copyOf(columns);
  }

  /** Begins the table; rows follow. */
  public Markup open(Markup page, String... attributes) {
    page.open("div", "class", "scroll").open("table", attributes).open("thead").open("tr");
    columns.forEach(column -> page.element("th", column, "scope", "col"));
    return page.close().close().open("tbody");
  }

  /** Begins a cell; its content and its end follow. */
  public Markup cell(Markup page, int column, String style) {
    return page.open("td", "data-label", columns.get(column), "class", style);
  }

  /** Writes a cell of text. */
  public void text(Markup page, int column, String style, String text) {
    cell(page, column, style).element("span", text).close();
  }

  /** Writes cells of figures, from a column on. */
  public void figures(Markup page, int first, List<String> figures) {
    for (int i = 0; i < figures.size(); i++) {
      text(page, first + i, "figure", figures.get(i));
    }
  }

  /** Ends the table. */
  public void close(Markup page) {
    page.close().close().close();
  }
}
