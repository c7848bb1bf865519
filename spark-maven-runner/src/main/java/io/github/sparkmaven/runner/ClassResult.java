/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How the tests of one class went: what its report holds. */
public final class ClassResult {
  private final String className;
  private final long millis;
  private final List<CaseResult> cases;
  private final Counts counts;

  /** Holds the results of a class in the order in which they came. */
  public ClassResult(String className, long millis, List<CaseResult> cases) {
    this.className = className;
    this.millis = millis;
    this.cases = Collections.unmodifiableList(new ArrayList<>(cases));
    this.counts = Counts.of(cases);
  }

  String className() {
    return className;
  }

  long millis() {
    return millis;
  }

  List<CaseResult> cases() {
    return cases;
  }

  Counts counts() {
    return counts;
  }
}
