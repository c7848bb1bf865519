/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.html.Markup;
import java.util.ArrayList;
import java.util.List;

/**
 * The container as a bar, and below it the heap as one, both to the same scale.
 *
 * <p>Across, all is in percent, so that the bars fill any window while letters keep their size.
 */
record MemoryPicture(ExecutorMemory memory, HeapSplit heap) {
  private static final int BAR = 46;
  private static final int SECOND = 72;
  private static final int HEIGHT = 150;
  // A letter's usual width, and the bar's on a telephone and on a screen, in pixels.
  private static final double LETTER = 7.5;
  private static final int NARROW = 320;
  private static final int WIDE = 860;

  void write(Markup page) {
    page.open(
        "svg",
        "class",
        "memory",
        "role",
        "img",
        "width",
        "100%",
        "height",
        "" + HEIGHT,
        "aria-labelledby",
        "memory-title memory-desc");
    page.element("title", "Memory of one " + memory.wholeName(), "id", "memory-title");
    page.element("desc", description(), "id", "memory-desc");
    List<MemoryPart> outer = new ArrayList<>(List.of(memory.heap()));
    outer.addAll(memory.besideHeap());
    bar(outer, 0, page);
    bar(heap.parts(), SECOND, page);
    joints(page);
    unified(page);
    page.close();
  }

  private String description() {
    StringBuilder text = new StringBuilder();
    text.append(memory.containerMib()).append(" MiB: heap ").append(memory.heap().mib());
    memory.besideHeap().forEach(part -> text.append(", ").append(named(part)));
    text.append(". Of the heap: ");
    text.append(String.join(", ", heap.parts().stream().map(MemoryPicture::named).toList()));
    return text.append('.').toString();
  }

  private void bar(List<MemoryPart> parts, int y, Markup page) {
    long from = 0;
    for (MemoryPart part : parts) {
      String width = percent(part.mib());
      page.open("g", "class", "c-" + part.style());
      page.open(
          "rect",
          "class",
          "segment",
          "x",
          percent(from),
          "y",
          "" + y,
          "width",
          width,
          "height",
          "" + BAR);
      page.element("title", named(part) + " MiB").close();
      label(part, from + part.mib() / 2, y, page);
      page.close();
      from += part.mib();
    }
  }

  private void label(MemoryPart part, long middle, int y, Markup page) {
    double letters = LETTER * Math.max(part.name().length(), ("" + part.mib()).length()) + 8;
    double share = (double) part.mib() / memory.containerMib();
    if (share * WIDE < letters) {
      return;
    }
    String style = share * NARROW < letters ? "label wide" : "label";
    text(part.name(), middle, y + 20, style, page);
    text("" + part.mib(), middle, y + 37, style + " small", page);
  }

  /** Shows that the second bar is the first bar's heap. */
  private void joints(Markup page) {
    for (long at : List.of(0L, memory.heap().mib())) {
      line(percent(at), BAR, percent(at), SECOND, "joint", page);
    }
  }

  /** Names what execution and storage share, and the line between them. */
  private void unified(Markup page) {
    long from = heap.parts().get(0).mib();
    long to = from + heap.unified();
    int below = SECOND + BAR + 8;
    line(percent(from), below, percent(to), below, "brace", page);
    line(percent(from), below - 5, percent(from), below + 5, "brace", page);
    line(percent(to), below - 5, percent(to), below + 5, "brace", page);
    String line = percent(to - heap.storage());
    line(line, SECOND - 8, line, below + 5, "storage-line", page);
    String share = "storageFraction " + heap.storageFraction().toPlainString();
    text(share, to - heap.storage(), SECOND - 13, "note", page);
    text("unified " + heap.unified() + " MiB", (from + to) / 2, below + 20, "note", page);
  }

  private static String named(MemoryPart part) {
    return part.name() + " " + part.mib();
  }

  private String percent(long mib) {
    return Figure.coordinate(100.0 * mib / memory.containerMib()) + "%";
  }

  private void text(String text, long middle, int y, String style, Markup page) {
    page.element("text", text, "class", style, "x", percent(middle), "y", "" + y);
  }

  private static void line(String x1, int y1, String x2, int y2, String style, Markup page) {
    page.empty("line", "class", style, "x1", x1, "y1", "" + y1, "x2", x2, "y2", "" + y2);
  }
}
