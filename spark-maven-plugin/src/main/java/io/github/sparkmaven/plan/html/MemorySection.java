/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.html.Markup;
import io.github.sparkmaven.html.Table;
import io.github.sparkmaven.plan.Plan;
import java.util.List;

/** The memory of one executor: a picture to scale, and its parts with their formulas. */
record MemorySection(Plan plan) {
  private static final String OVERVIEW =
      "https://spark.apache.org/docs/latest/tuning.html#memory-management-overview";
  private static final Table TABLE = new Table(List.of("Part", "MiB", "Share", "How"));

  void write(Markup page) {
    ExecutorMemory memory = new ExecutorMemory(plan);
    HeapSplit heap = HeapSplit.of(memory.heap().mib(), plan.conf());
    page.open("section", "aria-labelledby", "memory");
    page.element("h2", title(), "id", "memory");
    page.open("figure");
    new MemoryPicture(memory, heap).write(page);
    page.open("figcaption");
    page.text(
        "To scale. Above the " + memory.wholeName() + ", below what Spark makes of the heap: ");
    page.element("a", "memory management overview", "href", OVERVIEW, "rel", "noreferrer");
    page.text(". The JVM reports slightly less than its heap, so Spark's own page shows less.");
    notes(memory, heap, page);
    page.close().close();
    TABLE.open(page, "class", "parts");
    row(memory.heap(), memory, "", page);
    heap.parts().forEach(part -> row(part, memory, "inner", page));
    memory.besideHeap().forEach(part -> row(part, memory, "", page));
    row(
        new MemoryPart("whole", memory.wholeName(), memory.containerMib(), whole(memory)),
        memory,
        "total",
        page);
    TABLE.close(page);
    page.close();
  }

  private String title() {
    return plan.cluster().manager() == Manager.LOCAL
        ? "Memory of the JVM"
        : "Memory of one executor";
  }

  private static void notes(ExecutorMemory memory, HeapSplit heap, Markup page) {
    if (memory.heapAloneIsCounted()) {
      page.text(
          " The master counts the heap alone; the rest is memory of the machine all the same.");
    }
    heap.unread()
        .forEach(
            key ->
                page.text(
                    " The value of "
                        + key
                        + " is no share from 0 to 1; Spark's default is drawn."));
  }

  private static String whole(ExecutorMemory memory) {
    StringBuilder sum = new StringBuilder("heap");
    memory.besideHeap().forEach(part -> sum.append(" + ").append(part.name()));
    return sum.toString();
  }

  private static void row(MemoryPart part, ExecutorMemory memory, String style, Markup page) {
    page.open("tr", "class", style);
    TABLE.cell(page, 0, "part");
    page.open("span");
    page.element("i", "", "class", "swatch c-" + part.style()).text(" " + part.name());
    page.close().close();
    String share = Figure.percent(part.mib(), memory.containerMib());
    TABLE.figures(page, 1, List.of("" + part.mib(), share));
    TABLE.text(page, 3, "reason", part.how());
    page.close();
  }
}
