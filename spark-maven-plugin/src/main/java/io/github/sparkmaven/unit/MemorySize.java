/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.unit;

import io.github.sparkmaven.problem.InputException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory in bytes, written as Spark writes it: {@code 61g}, {@code 11600m}.
 *
 * <p>Suffixes are powers of 1024, as in Spark's {@code JavaUtils.byteStringAs}. A unit is always
 * asked for, because Spark's own default differs from key to key (bytes, KiB or MiB).
 *
 * @param bytes the amount; not negative
 */
public record MemorySize(long bytes) implements Comparable<MemorySize> {
  private static final long MEBIBYTE = 1L << 20;
  private static final Pattern FORM = Pattern.compile("(-?[0-9]+)([a-z]+)");
  private static final Map<String, Integer> SHIFTS =
      Map.ofEntries(
          Map.entry("b", 0),
          Map.entry("k", 10),
          Map.entry("kb", 10),
          Map.entry("m", 20),
          Map.entry("mb", 20),
          Map.entry("g", 30),
          Map.entry("gb", 30),
          Map.entry("t", 40),
          Map.entry("tb", 40),
          Map.entry("p", 50),
          Map.entry("pb", 50));
  private static final String ACCEPTED =
      "Give a whole number with a unit, b, k, m, g, t or p (powers of 1024), as in 61g or 11600m";

  /** Checks that the amount is not negative. */
  public MemorySize {
    if (bytes < 0) {
      throw new IllegalArgumentException("negative memory size: " + bytes);
    }
  }

  /** Makes a size of whole mebibytes. */
  public static MemorySize ofMebibytes(long mebibytes) {
    return new MemorySize(Math.multiplyExact(mebibytes, MEBIBYTE));
  }

  /**
   * Reads a size.
   *
   * @param where the parameter that holds it, for the error
   * @param text what the user wrote
   * @throws InputException if it is no size, has no unit, is negative, or is beyond 2^63 bytes
   */
  public static MemorySize parse(String where, String text) {
    Matcher form = FORM.matcher(text.trim().toLowerCase(Locale.ROOT));
    if (!form.matches() || !SHIFTS.containsKey(form.group(2))) {
      throw new InputException(where, "'" + text + "' is no memory size", ACCEPTED);
    }
    if (form.group(1).startsWith("-")) {
      throw new InputException(where, "'" + text + "' is negative", ACCEPTED);
    }
    try {
      long unit = 1L << SHIFTS.get(form.group(2));
      return new MemorySize(Math.multiplyExact(Long.parseLong(form.group(1)), unit));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new InputException(
          where, "'" + text + "' is larger than any machine's memory", ACCEPTED);
    }
  }

  /** Returns the amount in whole mebibytes, rounded down. */
  public long mebibytes() {
    return bytes / MEBIBYTE;
  }

  @Override
  public int compareTo(MemorySize other) {
    return Long.compare(bytes, other.bytes);
  }

  /**
   * Returns the form that Spark reads, in the largest unit that keeps it whole: {@code 61g}, {@code
   * 11600m}.
   */
  @Override
  public String toString() {
    if (bytes > 0 && bytes % (MEBIBYTE << 10) == 0) {
      return bytes / (MEBIBYTE << 10) + "g";
    }
    return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + "m" : bytes + "b";
  }
}
