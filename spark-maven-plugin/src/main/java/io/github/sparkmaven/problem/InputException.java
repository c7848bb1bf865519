/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.problem;

import java.util.List;
import java.util.stream.Collectors;

/** What the user gave, or the user's job, is at fault; the user can mend it. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialised
  private final List<Problem> problems;

  /** Holds problems that the user can mend; there is at least one. */
  public InputException(List<Problem> problems) {
    super(text(problems));
    this.problems = List.copyOf(problems);
  }

  /** Holds a single problem. */
  public InputException(String where, String what, String fix) {
    this(List.of(new Problem(where, what, fix)));
  }

  /** Returns the problems in the order in which they were found. */
  public List<Problem> problems() {
    return problems;
  }

  private static String text(List<Problem> problems) {
    if (problems.size() == 1) {
      return problems.get(0).toString();
    }
    return problems.stream()
        .map(problem -> "  - " + problem)
        .collect(Collectors.joining("\n", problems.size() + " problems:\n", ""));
  }
}
