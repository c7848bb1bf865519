/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import java.util.Locale;

/** What the job mostly does; some settings pay for one kind only. */
public enum WorkloadKind {
  /** Jobs that read, transform and write; also what a job is taken for that says nothing. */
  BATCH,
  /** Queries: DataFrames, Datasets, SQL. */
  SQL,
  /** Iterations over cached data. */
  ML,
  /** A query that does not end. */
  STREAMING;

  /** Returns the name as it is written in the POM. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
