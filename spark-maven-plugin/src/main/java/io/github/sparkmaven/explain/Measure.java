/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.registry.KeyEntry;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings values that Spark reads alike, as 1g and 1024m are, into one form. */
final class Measure {
  private static final Pattern FORM = Pattern.compile("([0-9]+)\\s*([a-z]*)");
  // JavaUtils.byteStringAs and timeStringAs.
  private static final Map<String, Long> BYTES =
      Map.ofEntries(
          Map.entry("b", 1L),
          Map.entry("byte", 1L),
          Map.entry("k", 1L << 10),
          Map.entry("kb", 1L << 10),
          Map.entry("kib", 1L << 10),
          Map.entry("m", 1L << 20),
          Map.entry("mb", 1L << 20),
          Map.entry("mib", 1L << 20),
          Map.entry("g", 1L << 30),
          Map.entry("gb", 1L << 30),
          Map.entry("gib", 1L << 30),
          Map.entry("t", 1L << 40),
          Map.entry("tb", 1L << 40),
          Map.entry("tib", 1L << 40),
          Map.entry("p", 1L << 50),
          Map.entry("pb", 1L << 50),
          Map.entry("pib", 1L << 50));
  private static final Map<String, Long> MICROSECONDS =
      Map.ofEntries(
          Map.entry("us", 1L),
          Map.entry("microseconds", 1L),
          Map.entry("ms", 1_000L),
          Map.entry("milliseconds", 1_000L),
          Map.entry("s", 1_000_000L),
          Map.entry("seconds", 1_000_000L),
          Map.entry("m", 60_000_000L),
          Map.entry("min", 60_000_000L),
          Map.entry("minutes", 60_000_000L),
          Map.entry("h", 3_600_000_000L),
          Map.entry("hours", 3_600_000_000L),
          Map.entry("d", 86_400_000_000L),
          Map.entry("days", 86_400_000_000L));

  private Measure() {}

  /** Returns a text that is equal for values that mean the same to Spark. */
  static String comparable(KeyEntry entry, String value) {
    String given = value.strip();
    return switch (entry.type()) {
      case BYTES -> measured(given, entry.unit(), BYTES);
      case TIME -> measured(given, entry.unit(), MICROSECONDS);
      case BOOLEAN -> given.toLowerCase(Locale.ROOT);
      case INT, LONG, DOUBLE, STRING, UNKNOWN -> given;
    };
  }

  private static String measured(String value, String unitOfKey, Map<String, Long> units) {
    Matcher form = FORM.matcher(value.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return value;
    }
    String unit = form.group(2).isEmpty() ? unitOfKey.toLowerCase(Locale.ROOT) : form.group(2);
    return units.containsKey(unit)
        ? new BigInteger(form.group(1))
            .multiply(BigInteger.valueOf(Objects.requireNonNull(units.get(unit))))
            .toString()
        : value;
  }
}
