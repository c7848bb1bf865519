/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.html.Markup;
import io.github.sparkmaven.html.Table;
import io.github.sparkmaven.tuning.ExecutorSize;
import io.github.sparkmaven.tuning.Layout;
import io.github.sparkmaven.tuning.Tuning;
import java.util.List;
import java.util.stream.Stream;

/** The chosen layout, and those that lost, with why. */
record AlternativesTable(Tuning tuning) {
  private static final Table TABLE =
      new Table(
          List.of(
              "Cores an executor",
              "Heap MiB",
              "Heap MiB a core",
              "Container MiB",
              "Executors meant a node",
              "Granted of requested",
              "Cores placed",
              "Memory placed",
              "Why"));

  void write(Markup page) {
    page.open("section", "aria-labelledby", "alternatives");
    page.element("h2", "Alternatives", "id", "alternatives");
    page.element("p", "The chosen layout first, then the next best; the first difference decides.");
    TABLE.open(page, "class", "alternatives");
    row(tuning.layout(), "Chosen", page, "chosen");
    tuning.alternatives().forEach(other -> row(other.layout(), other.reason(), page, "lost"));
    TABLE.close(page);
    page.close();
  }

  private static void row(Layout layout, String why, Markup page, String style) {
    page.open("tr", "class", style);
    List<String> figures = figures(layout);
    TABLE.figures(page, 0, figures);
    TABLE.text(page, figures.size(), "reason", why);
    page.close();
  }

  private static List<String> figures(Layout layout) {
    ExecutorSize size = layout.size();
    return Stream.<Object>of(
            size.cores(),
            size.heapMib(),
            size.heapMibPerCore(),
            layout.containerMib(),
            layout.executorsPerNode(),
            layout.grantedExecutors() + " of " + layout.requestedExecutors(),
            layout.coresPlaced() + " of " + layout.coresOffered(),
            Figure.percent(layout.memoryPlacedMib(), layout.memoryOfferedMib()))
        .map(Object::toString)
        .toList();
  }
}
