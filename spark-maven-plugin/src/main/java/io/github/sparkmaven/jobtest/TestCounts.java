/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import java.util.Locale;

/**
 * How many tests ran, and how they ended.
 *
 * @param run all of them, the failed and the skipped included
 * @param failures assertions that did not hold
 * @param errors other exceptions
 * @param skipped not run
 */
public record TestCounts(int run, int failures, int errors, int skipped) {

  /** Returns the sum with other counts. */
  TestCounts plus(TestCounts other) {
    return new TestCounts(
        run + other.run, failures + other.failures, errors + other.errors, skipped + other.skipped);
  }

  /** Says whether a test failed. */
  public boolean failed() {
    return failures + errors > 0;
  }

  /** Returns the counts as surefire's console shows them. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d",
        run,
        failures,
        errors,
        skipped);
  }
}
