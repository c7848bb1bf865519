/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import io.github.sparkmaven.runner.CaseResult.Verdict;
import java.util.List;

/** Numbers of tests, counted as surefire does: {@code run} includes the failed and the skipped. */
final class Counts {
  static final Counts NONE = new Counts(0, 0, 0, 0);

  private final int run;
  private final int failures;
  private final int errors;
  private final int skipped;

  private Counts(int run, int failures, int errors, int skipped) {
    this.run = run;
    this.failures = failures;
    this.errors = errors;
    this.skipped = skipped;
  }

  static Counts of(List<CaseResult> cases) {
    return new Counts(
        cases.size(),
        count(cases, Verdict.FAILURE),
        count(cases, Verdict.ERROR),
        count(cases, Verdict.SKIPPED));
  }

  private static int count(List<CaseResult> cases, Verdict verdict) {
    return (int) cases.stream().filter(result -> result.verdict() == verdict).count();
  }

  Counts plus(Counts other) {
    return new Counts(
        run + other.run, failures + other.failures, errors + other.errors, skipped + other.skipped);
  }

  int run() {
    return run;
  }

  int failures() {
    return failures;
  }

  int errors() {
    return errors;
  }

  int skipped() {
    return skipped;
  }
}
