/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import java.util.Optional;
import java.util.Properties;

/**
 * A property that has to stand on Maven's command line before anything is submitted.
 *
 * @param value the value that it has to have; without one, any but {@code false} will do
 */
public record RequiredProperty(String name, Optional<String> value) {

  /**
   * Reads {@code name} or {@code name=value}.
   *
   * @param where the parameter, for the message
   * @throws InputException if it has no name
   */
  public static RequiredProperty parse(String where, String text) {
    String[] parts = text.trim().split("=", 2);
    if (parts[0].isBlank()) {
      throw new InputException(
          where, "'" + text + "' names no property", "Give name or name=value");
    }
    return new RequiredProperty(
        parts[0].trim(), parts.length == 2 ? Optional.of(parts[1].trim()) : Optional.empty());
  }

  /**
   * Notes that it is missing, or has another value.
   *
   * @param properties what stands on the command line
   */
  public void check(Properties properties, String where, Problems problems) {
    Optional<String> given = Optional.ofNullable(properties.getProperty(name));
    boolean met =
        value.isPresent() ? given.equals(value) : given.filter(v -> !v.equals("false")).isPresent();
    problems.require(
        met,
        where,
        "nothing is submitted without -D" + this + " on Maven's command line" + found(given),
        "Add it if you mean to submit");
  }

  private static String found(Optional<String> given) {
    return given.map(value -> ", where it is '" + value + "'").orElse("");
  }

  /** Returns it as it stands on a command line. */
  @Override
  public String toString() {
    return name + value.map(text -> "=" + text).orElse("");
  }
}
