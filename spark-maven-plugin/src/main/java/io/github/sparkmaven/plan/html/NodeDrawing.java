/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.html.Markup;

/** The drawing of one node, without words. */
final class NodeDrawing {
  static final int WIDTH = 320;
  static final int HEIGHT = 84;

  private static final double WIDEST_EDGE = 4;
  private static final double ROW_OF_GPUS = 12;

  private final NodeUse use;
  private final double scale;
  private final StringBuilder cells = new StringBuilder();
  private final StringBuilder overbooked = new StringBuilder();
  private final StringBuilder gpus = new StringBuilder();

  NodeDrawing(NodeUse use) {
    this.use = use;
    // A node on which more is taken than it offers is drawn with all of that.
    this.scale = WIDTH / (double) Math.max(use.memoryMib(), use.memoryMib() - use.idleMib());
  }

  void write(Markup page) {
    rectangle("idle", 0, WIDTH, page);
    rectangle("driver", 0, use.driverMib() * scale, page);
    for (int i = 0; i < use.executors(); i++) {
      executor(i, page);
    }
    path("cell", cells, page);
    path("cell overbooked", overbooked, page);
    path("gpu", gpus, page);
    if (use.idleMib() < 0) {
      String x = Figure.coordinate(use.memoryMib() * scale);
      page.empty("line", "class", "limit", "x1", x, "y1", "0", "x2", x, "y2", "" + HEIGHT);
    }
  }

  private void executor(int number, Markup page) {
    double x = (use.driverMib() + number * use.containerMib()) * scale;
    double rounding = use.roundingMib() * scale;
    double width = use.containerMib() * scale - rounding;
    rectangle("executor", x, width, page);
    rectangle("rounding", x + width, rounding, page);
    double edge = Math.min(WIDEST_EDGE, width / 10);
    int before = number * use.coresEach();
    double room = HEIGHT - 2 * WIDEST_EDGE - (use.gpusEach() > 0 ? ROW_OF_GPUS : 0);
    CellGrid grid = CellGrid.of(use.coresEach(), width - 2 * edge, room);
    for (int i = 0; i < use.coresEach(); i++) {
      StringBuilder path = before + i < use.cores() ? cells : overbooked;
      grid.square(i, x + edge, WIDEST_EDGE, path);
    }
    CellGrid row = CellGrid.of(use.gpusEach(), width - 2 * edge, ROW_OF_GPUS);
    for (int i = 0; i < use.gpusEach(); i++) {
      row.square(i, x + edge, HEIGHT - WIDEST_EDGE - ROW_OF_GPUS, gpus);
    }
  }

  private static void rectangle(String style, double x, double width, Markup page) {
    if (width > 0) {
      page.empty(
          "rect",
          "class",
          "block c-" + style,
          "x",
          Figure.coordinate(x),
          "y",
          "1",
          "width",
          Figure.coordinate(width),
          "height",
          "" + (HEIGHT - 2));
    }
  }

  private static void path(String style, StringBuilder path, Markup page) {
    if (path.length() > 0) {
      page.empty("path", "class", style, "d", path.toString());
    }
  }
}
