/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code doctor} element. */
public final class DoctorParameter {
  /**
   * The gravity from which a finding fails the build: {@code error} (default), {@code warning} or
   * {@code never}.
   */
  private @Nullable String failOn;

  /** How long looking may take in all, with its unit; 10s by default. */
  private @Nullable String timeout;

  /** Whether the findings go to standard output as JSON instead of to the log; false by default. */
  private @Nullable String json;

  /** Returns the gravity. */
  public Optional<String> failOn() {
    return Optional.ofNullable(failOn);
  }

  /** Returns the time limit. */
  public Optional<String> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** Returns whether JSON is wanted, as it was written. */
  public Optional<String> json() {
    return Optional.ofNullable(json);
  }
}
