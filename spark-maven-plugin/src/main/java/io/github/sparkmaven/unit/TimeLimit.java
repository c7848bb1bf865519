/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.unit;

import io.github.sparkmaven.problem.InputException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take, written as Spark writes a duration: {@code 90s}, {@code 30m}, {@code
 * 2h}.
 *
 * @param duration the limit; more than zero
 */
public record TimeLimit(Duration duration) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\s*([a-z]+)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  /** Checks that the limit is more than zero. */
  public TimeLimit {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("no time limit: " + duration);
    }
  }

  /**
   * Reads a limit.
   *
   * @param where the parameter that holds it, for the error
   * @param text what the user wrote
   * @throws InputException if it is no duration, has no unit, or is zero
   */
  public static TimeLimit parse(String where, String text) {
    Matcher form = FORM.matcher(text.trim().toLowerCase(Locale.ROOT));
    Duration unit = form.matches() ? UNITS.get(form.group(2)) : null;
    if (unit == null || Long.parseLong(form.group(1)) == 0) {
      throw new InputException(
          where,
          "'" + text + "' is no duration",
          "Give a whole number above 0 with a unit, ms, s, m, h or d, as in 90s or 30m");
    }
    return new TimeLimit(unit.multipliedBy(Long.parseLong(form.group(1))));
  }

  /** Returns the limit in the largest unit that keeps it whole. */
  @Override
  public String toString() {
    long millis = duration.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
