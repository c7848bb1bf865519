/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A value as a text that equal values have in common, and no others of the same type.
 *
 * <p>Spark cannot group by maps or intervals, and its hashes collide; texts do neither. Equality is
 * that of Spark's SQL: null is null, NaN is NaN, and -0.0 is 0.0.
 */
final class Canonical {
  private final StringBuilder text = new StringBuilder();
  private final List<Double> floats = new ArrayList<>();
  private final boolean floatsApart;

  private Canonical(boolean floatsApart) {
    this.floatsApart = floatsApart;
  }

  /** The whole value. */
  static String text(@Nullable Object value) {
    return new Canonical(false).add(value).text();
  }

  /** The value with its finite floating-point numbers apart, but for those in keys of maps. */
  static Canonical apart(@Nullable Object value) {
    return new Canonical(true).add(value);
  }

  String text() {
    return text.toString();
  }

  /** What is apart, in the order in which it stands; equal texts have as many. */
  List<Double> floats() {
    return floats;
  }

  private Canonical add(@Nullable Object given) {
    Object value = PlainValues.of(given);
    if (value == null) {
      text.append('N');
    } else if (value instanceof Double || value instanceof Float) {
      floating((Number) value);
    } else if (value instanceof Row) {
      row((Row) value);
    } else if (value instanceof List) {
      list((List<?>) value);
    } else if (value instanceof Map) {
      map((Map<?, ?>) value);
    } else {
      atom(value);
    }
    return this;
  }

  private void floating(Number number) {
    double value = number.doubleValue() + 0.0; // makes 0.0 of -0.0
    if (floatsApart && !Double.isNaN(value) && !Double.isInfinite(value)) {
      floats.add(value);
      text.append('~');
    } else {
      text.append(value).append(';');
    }
  }

  private void row(Row row) {
    text.append('(');
    for (int i = 0; i < row.size(); i++) {
      add(row.get(i));
    }
    text.append(')');
  }

  private void list(List<?> list) {
    text.append('[');
    list.forEach(this::add);
    text.append(']');
  }

  private void map(Map<?, ?> map) {
    TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(text(key), value));
    text.append('{');
    sorted.forEach(
        (key, value) -> {
          text.append(key);
          add(value);
        });
    text.append('}');
  }

  private void atom(Object value) {
    if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      text.append(value).append(';');
      return;
    }
    double[] vector = vector(value);
    if (vector == null) {
      counted(value instanceof byte[] ? CellText.of(value) : string(value));
    } else {
      add(vector);
    }
  }

  private static String string(Object value) {
    if (value instanceof java.sql.Timestamp) {
      return ((java.sql.Timestamp) value).toInstant().toString();
    }
    return value instanceof BigDecimal ? ((BigDecimal) value).toPlainString() : value.toString();
  }

  private void counted(String value) {
    text.append(value.length()).append(':').append(value);
  }

  /**
   * The elements of a vector of Spark's machine learning, dense or sparse, which is no dependency.
   */
  private static double @Nullable [] vector(Object value) {
    if (!value.getClass().getName().startsWith("org.apache.spark.ml")) {
      return null;
    }
    try {
      Method toArray = value.getClass().getMethod("toArray");
      return toArray.getReturnType() == double[].class ? (double[]) toArray.invoke(value) : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
