/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.problem.InputException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code test} element. */
public final class TestParameter {
  /**
   * Which classes are job tests, as surefire's patterns; {@code **}{@code /*JobCase} by default.
   */
  private @Nullable List<@Nullable String> includes;

  /** How long all tests together may take, with its unit; no limit by default. */
  private @Nullable String timeout;

  /** Whether a module without a job test fails; false by default. */
  private @Nullable String failIfNoTests;

  /**
   * Returns the patterns.
   *
   * @throws InputException if an element is empty, which Maven hands over as null
   */
  public List<String> includes() {
    if (includes == null) {
      return List.of("**/*JobCase");
    }
    List<String> patterns = includes.stream().filter(Objects::nonNull).toList();
    if (patterns.isEmpty() || patterns.size() < includes.size()) {
      throw new InputException(
          "test/includes",
          "has an empty element, or none",
          "Give a pattern, as in <include>**/*JobCase</include>, or leave it out");
    }
    return patterns;
  }

  /** Returns the declared time limit. */
  public Optional<String> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** Returns whether a module without a job test fails, as it was written. */
  public Optional<String> failIfNoTests() {
    return Optional.ofNullable(failIfNoTests);
  }
}
