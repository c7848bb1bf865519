/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that Spark accepts for each type, as its {@code ConfigHelpers} (ConfigBuilder.scala)
 * and {@code JavaUtils.byteStringAs} and {@code timeStringAs} read them.
 */
final class ValueForm {
  private static final Pattern AMOUNT = Pattern.compile("(-?[0-9]+)([a-z]+)?");
  private static final Set<String> SIZES =
      Set.of("b", "k", "kb", "m", "mb", "g", "gb", "t", "tb", "p", "pb");
  private static final Set<String> TIMES = Set.of("us", "ms", "s", "m", "min", "h", "d");
  private static final Map<String, String> NAMES =
      Map.of(
          "BYTE", "bytes",
          "MICROSECONDS", "microseconds",
          "MILLISECONDS", "milliseconds",
          "SECONDS", "seconds",
          "MINUTES", "minutes",
          "HOURS", "hours",
          "DAYS", "days");

  private ValueForm() {}

  /** Returns what is accepted, as a sentence, if a value is not. */
  static Optional<String> wanted(KeyEntry entry, String value) {
    List<String> items =
        entry.list()
            ? Pattern.compile(",").splitAsStream(value).filter(item -> !item.isBlank()).toList()
            : List.of(value);
    if (items.stream().allMatch(item -> isAccepted(entry, item))) {
      return Optional.empty();
    }
    return Optional.of((entry.list() ? "Give a list with commas; each: " : "Give ") + form(entry));
  }

  private static boolean isAccepted(KeyEntry entry, String value) {
    if (!entry.list() && !entry.values().isEmpty() && entry.type() == ValueType.STRING) {
      return entry.values().stream()
          .anyMatch(each -> entry.anyCase() ? each.equalsIgnoreCase(value) : each.equals(value));
    }
    String text = value.trim();
    return switch (entry.type()) {
      case BOOLEAN -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
      case INT -> isWhole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> isWhole(text, Long.MIN_VALUE, Long.MAX_VALUE);
      case DOUBLE -> isNumber(text);
      case BYTES -> isAmount(text, SIZES);
      case TIME -> isAmount(text, TIMES);
      case STRING, UNKNOWN -> true;
    };
  }

  private static boolean isWhole(String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      return number >= least && number <= most;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isNumber(String text) {
    try {
      return !Double.isNaN(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isAmount(String text, Set<String> units) {
    Matcher form = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
    return form.matches()
        && (form.group(2) == null || units.contains(form.group(2)))
        && isWhole(form.group(1), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static String form(KeyEntry entry) {
    if (!entry.values().isEmpty()) {
      return (entry.values().size() == 1 ? "" : "one of ") + String.join(", ", entry.values());
    }
    return switch (entry.type()) {
      case BOOLEAN -> "true or false";
      case INT -> "a whole number, as in 8";
      case LONG -> "a whole number, as in 1000";
      case DOUBLE -> "a number, as in 0.75";
      case BYTES -> "a whole number with a unit, b, k, m, g, t or p, as in 512m" + unitless(entry);
      case TIME ->
          "a whole number with a unit, us, ms, s, m, min, h or d, as in 30s" + unitless(entry);
      case STRING, UNKNOWN -> "a text";
    };
  }

  private static String unitless(KeyEntry entry) {
    String unit = NAMES.getOrDefault(entry.unit(), entry.unit());
    return unit.isEmpty() ? "" : "; without a unit it is read as " + unit;
  }
}
