/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private final Problems problems = new Problems();

  @Test
  void throwsNothingWhenNothingWasFound() {
    problems.require(true, "cluster/nodes", "never told", "never told");

    assertThat(problems.none()).isTrue();
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void tellsASingleProblemInOneLine() {
    problems.add("cluster/nodes", "0 is less than 1", "Give a whole number from 1 up");

    assertThat(problems.none()).isFalse();
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(InputException.class)
        .hasMessage("cluster/nodes: 0 is less than 1. Give a whole number from 1 up");
  }

  @Test
  void tellsAllProblemsInTheOrderOfFinding() {
    problems.require(false, "cluster/nodes", "is missing", "Give one");
    Problems others = new Problems();
    others.add("cluster/cores", "is missing", "Give one");
    problems.addAll(others);

    assertThatThrownBy(problems::throwIfAny)
        .hasMessage(
            """
            2 problems:
              - cluster/nodes: is missing. Give one
              - cluster/cores: is missing. Give one""");
  }

  @Test
  void takesOverTheProblemsOfAStep() {
    assertThat(problems.attempt(() -> "value")).contains("value");
    assertThat(
            problems.attempt(
                () -> {
                  throw new InputException("job", "is missing", "Name one");
                }))
        .isEmpty();

    assertThatThrownBy(problems::throwIfAny).hasMessage("job: is missing. Name one");
  }

  @Test
  void keepsTheProblemsOfAnExceptionApartFromTheList() {
    List<Problem> found = new ArrayList<>(List.of(new Problem("a", "b", "c")));
    InputException exception = new InputException(found);
    found.clear();

    assertThat(exception.problems()).containsExactly(new Problem("a", "b", "c"));
  }

  @Test
  void keepsTheCauseOfAnEnvironmentProblem() {
    Exception cause = new IllegalStateException("disk");

    assertThat(new EnvironmentException("Cannot write x", cause))
        .hasMessage("Cannot write x")
        .hasCause(cause);
  }
}
