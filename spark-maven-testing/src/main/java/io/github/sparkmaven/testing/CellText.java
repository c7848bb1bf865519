/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Values as messages show them. */
final class CellText {
  private CellText() {}

  /**
   * The value on one line, in full. Maps are sorted by their keys, times are in UTC, and a string
   * that would be taken for something else, or not be seen, is quoted.
   */
  static String of(@Nullable Object given) {
    Object value = PlainValues.of(given);
    if (value instanceof String) {
      return string((String) value);
    }
    if (value instanceof Row) {
      Row row = (Row) value;
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(
            (row.schema() == null ? "" : row.schema().fields()[i].name() + ": ") + of(row.get(i)));
      }
      return "{" + String.join(", ", cells) + "}";
    }
    if (value instanceof List) {
      List<String> elements = new ArrayList<>();
      ((List<?>) value).forEach(element -> elements.add(of(element)));
      return elements.toString();
    }
    if (value instanceof Map) {
      List<String> entries = new ArrayList<>();
      ((Map<?, ?>) value).forEach((key, element) -> entries.add(of(key) + ": " + of(element)));
      Collections.sort(entries);
      return "{" + String.join(", ", entries) + "}";
    }
    return atom(value);
  }

  private static String atom(@Nullable Object value) {
    if (value instanceof byte[]) {
      StringBuilder hex = new StringBuilder("0x");
      for (byte b : (byte[]) value) {
        hex.append(String.format("%02x", b));
      }
      return hex.toString();
    }
    if (value instanceof java.sql.Timestamp) {
      return ((java.sql.Timestamp) value).toInstant().toString();
    }
    return value instanceof java.math.BigDecimal
        ? ((java.math.BigDecimal) value).toPlainString()
        : String.valueOf(value);
  }

  private static String string(String text) {
    String visible =
        text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    boolean quoted =
        text.isEmpty() || text.equals("null") || !text.trim().equals(text) || !visible.equals(text);
    return quoted ? "\"" + visible + "\"" : text;
  }

  /**
   * Cuts texts to {@code width} characters: all at the same place, so that the first difference
   * between them stays visible.
   */
  static List<String> cut(List<String> texts, int width) {
    int difference = firstDifference(texts);
    int from = difference < width - 6 ? 0 : difference - width / 2;
    List<String> cut = new ArrayList<>();
    for (String text : texts) {
      cut.add(cut(text, Math.min(from, Math.max(0, text.length() - width / 2)), width));
    }
    return cut;
  }

  /** Cuts a text to {@code width} characters. */
  static String cut(String text, int width) {
    return cut(text, 0, width);
  }

  private static String cut(String text, int from, int width) {
    String start = from > 0 ? "..." : "";
    int to = from + width - start.length();
    return to >= text.length()
        ? start + text.substring(from)
        : start + text.substring(from, to - 3) + "...";
  }

  private static int firstDifference(List<String> texts) {
    String shortest = Collections.min(texts, java.util.Comparator.comparing(String::length));
    for (int i = 0; i < shortest.length(); i++) {
      char c = shortest.charAt(i);
      int at = i;
      if (texts.stream().anyMatch(text -> text.charAt(at) != c)) {
        return i;
      }
    }
    return texts.stream().allMatch(shortest::equals) ? 0 : shortest.length();
  }
}
