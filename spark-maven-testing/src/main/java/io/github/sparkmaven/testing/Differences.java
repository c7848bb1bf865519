/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.List;

/** All that differs between two datasets, of which a bounded number of rows is at hand. */
final class Differences {
  private final String summary;
  private final long total;
  private final List<RowDifference> sample;

  Differences(String summary, long total, List<RowDifference> sample) {
    this.summary = summary;
    this.total = total;
    this.sample = sample;
  }

  /** How many rows differ and how, in a sentence without its end. */
  String summary() {
    return summary;
  }

  /** The number of rows of both sides that have no equal counterpart. */
  long total() {
    return total;
  }

  List<RowDifference> sample() {
    return sample;
  }
}
