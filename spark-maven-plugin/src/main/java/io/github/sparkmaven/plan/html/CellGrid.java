/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

/**
 * Squares in rows, as large as a block has room for.
 *
 * @param columns squares in a row
 * @param pitch from one square to the next; 0 where the squares would be dust
 */
record CellGrid(int columns, double pitch) {
  private static final double LARGEST = 16;
  private static final double SMALLEST = 2;
  private static final double FILLED = 0.8;

  /** Returns the grid whose squares are largest. */
  static CellGrid of(int cells, double width, double height) {
    CellGrid best = new CellGrid(1, 0);
    for (int columns = 1; columns <= cells; columns++) {
      int rows = (cells + columns - 1) / columns;
      double pitch = Math.min(width / columns, height / rows);
      if (pitch > best.pitch) {
        best = new CellGrid(columns, pitch);
      }
    }
    return new CellGrid(best.columns, best.pitch < SMALLEST ? 0 : Math.min(best.pitch, LARGEST));
  }

  /** Adds a square to the path of a drawing, for a grid whose corner is at x and y. */
  void square(int number, double x, double y, StringBuilder path) {
    if (pitch > 0) {
      int row = number / columns;
      String side = Figure.coordinate(pitch * FILLED);
      path.append('M').append(Figure.coordinate(x + number % columns * pitch));
      path.append(' ').append(Figure.coordinate(y + row * pitch));
      path.append('h').append(side).append('v').append(side).append("h-").append(side).append('z');
    }
  }
}
