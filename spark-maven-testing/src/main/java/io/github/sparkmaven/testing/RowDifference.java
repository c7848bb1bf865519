/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A row that is not as expected, and the expected one that it is most like; one may be absent. */
final class RowDifference {
  private final String position;
  private final @Nullable Row actual;
  private final @Nullable Row expected;

  /**
   * One difference.
   *
   * @param position which row it is, where the order counts; else empty
   */
  RowDifference(String position, @Nullable Row actual, @Nullable Row expected) {
    this.position = position;
    this.actual = actual;
    this.expected = expected;
  }

  String position() {
    return position;
  }

  @Nullable Row actual() {
    return actual;
  }

  @Nullable Row expected() {
    return expected;
  }

  /** The actual row, or the expected one where that is absent. */
  Row either() {
    Row row = actual == null ? expected : actual;
    if (row == null) {
      throw new IllegalStateException("neither row is there");
    }
    return row;
  }
}
