/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.InputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Properties;

/**
 * The time that the files of a build bear, as {@code project.build.outputTimestamp} says: a time as
 * in 2024-05-01T00:00:00Z, or seconds since 1970
 * (https://maven.apache.org/guides/mini/guide-reproducible-builds.html).
 *
 * @param properties the project's
 */
record OutputTimestamp(Properties properties) {
  private static final String NAME = "project.build.outputTimestamp";
  // A zip knows no time before; its first day is another one in some zones.
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 2, 1, 0, 0);

  /**
   * Returns the time, one of long ago where none is given.
   *
   * @throws InputException if the property holds no time
   */
  LocalDateTime inUtc() {
    String text = properties.getProperty(NAME, "").trim();
    // Maven's plugins take a single character for "none".
    if (text.isEmpty() || (text.length() == 1 && !Character.isDigit(text.charAt(0)))) {
      return EARLIEST;
    }
    try {
      LocalDateTime time = LocalDateTime.ofInstant(instant(text), ZoneOffset.UTC);
      return time.isBefore(EARLIEST) ? EARLIEST : time;
    } catch (DateTimeException | NumberFormatException e) {
      throw new InputException(
          NAME,
          "'" + text + "' is no time",
          "Give one as in 2024-05-01T00:00:00Z, or leave it out");
    }
  }

  private static Instant instant(String text) {
    return text.matches("[0-9]+")
        ? Instant.ofEpochSecond(Long.parseLong(text))
        : OffsetDateTime.parse(text).toInstant();
  }
}
