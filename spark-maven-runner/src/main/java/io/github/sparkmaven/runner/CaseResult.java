/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

/** How one test went, or one container of tests that failed or was skipped as a whole. */
public final class CaseResult {
  /** The verdicts that surefire's reports know. */
  public enum Verdict {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private final String name;
  private final long millis;
  private final Verdict verdict;
  private final Thrown thrown;

  private CaseResult(String name, long millis, Verdict verdict, Thrown thrown) {
    this.name = name;
    this.millis = millis;
    this.verdict = verdict;
    this.thrown = thrown;
  }

  /** A test that went well. */
  public static CaseResult passed(String name, long millis) {
    return new CaseResult(name, millis, Verdict.PASSED, Thrown.NOTHING);
  }

  /** A test whose code threw something: an assertion that does not hold is a failure. */
  public static CaseResult failed(String name, long millis, Thrown thrown) {
    Verdict verdict = thrown.isAssertion() ? Verdict.FAILURE : Verdict.ERROR;
    return new CaseResult(name, millis, verdict, thrown);
  }

  /** An error whatever was thrown: no test of the user's came to its assertion. */
  public static CaseResult error(String name, long millis, Thrown thrown) {
    return new CaseResult(name, millis, Verdict.ERROR, thrown);
  }

  static CaseResult skipped(String name, long millis, String reason) {
    return new CaseResult(name, millis, Verdict.SKIPPED, Thrown.because(reason));
  }

  String name() {
    return name;
  }

  /** How long it took. */
  public long millis() {
    return millis;
  }

  /** How it went. */
  public Verdict verdict() {
    return verdict;
  }

  /** What a failed test threw; of a skipped one only the message, which is the reason. */
  /** What it threw. */
  public Thrown thrown() {
    return thrown;
  }
}
