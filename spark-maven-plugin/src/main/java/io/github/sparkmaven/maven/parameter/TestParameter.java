/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code test} element. */
public final class TestParameter {
  /**
   * Which classes are job tests, as surefire's patterns; {@code **}{@code /*JobCase} by default.
   */
  private @Nullable List<String> includes;

  /** How long all tests together may take, with its unit; no limit by default. */
  private @Nullable String timeout;

  /** Whether a module without a job test fails; false by default. */
  private @Nullable String failIfNoTests;

  /** Returns the patterns. */
  public List<String> includes() {
    return includes == null ? List.of("**/*JobCase") : includes;
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
