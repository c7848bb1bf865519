/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import java.util.List;

/**
 * What the tests of one kind came to.
 *
 * @param counts the runner's
 * @param problems a line for each test that failed
 */
record TestOutcome(TestCounts counts, List<String> problems) {
  static final TestOutcome NOTHING = new TestOutcome(new TestCounts(0, 0, 0, 0), List.of());

  TestOutcome {
    problems = List.copyOf(problems);
  }
}
