/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names submissions by the second, in UTC, and a random part, as in {@code 20250131-235959-00c0de}:
 * a valid name of a file, a Kubernetes label and a YARN tag.
 */
public final class SubmissionId {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern FORM = Pattern.compile("\\d{8}-\\d{6}-[0-9a-f]{6}");
  private static final int BOUND = 1 << 24;

  private SubmissionId() {}

  /** Returns a new name. */
  public static String next(Clock clock, RandomGenerator random) {
    return SECOND.format(clock.instant())
        + String.format(Locale.ROOT, "-%06x", random.nextInt(BOUND));
  }

  /** Says whether a text has the form of such a name. */
  public static boolean matches(String text) {
    return FORM.matcher(text).matches();
  }
}
