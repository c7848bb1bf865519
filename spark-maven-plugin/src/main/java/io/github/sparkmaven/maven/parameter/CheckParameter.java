/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code check} element. */
public final class CheckParameter {
  /**
   * The least grave finding that fails the build: {@code error} (the default), {@code warning},
   * {@code note} or {@code never}.
   */
  private @Nullable String failOn;

  /**
   * How grave the findings of a rule are, by its id: {@code error}, {@code warning}, {@code note},
   * or {@code off}.
   */
  private @Nullable Map<String, @Nullable String> severity;

  /**
   * Findings that are known and accepted, by the rule's id: classes, files or entries of jars,
   * separated by commas, where {@code *} stands for any text.
   */
  private @Nullable Map<String, @Nullable String> suppress;

  /** Returns the least grave finding that fails the build, as it was written. */
  Optional<String> failOn() {
    return Optional.ofNullable(failOn);
  }

  /** Returns how grave findings are, by the rule's id; an element without content is null. */
  Map<String, @Nullable String> severity() {
    return Optional.ofNullable(severity).orElse(Map.of());
  }

  /** Returns what is suppressed, by the rule's id; an element without content is null. */
  Map<String, @Nullable String> suppress() {
    return Optional.ofNullable(suppress).orElse(Map.of());
  }
}
