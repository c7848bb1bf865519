/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Turns one value into what Spark takes for a type, without loss. */
final class ValueFitting {
  /** A value that does not fit; the message has where, what and what is accepted. */
  static final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Misfit(String message) {
      super(message);
    }
  }

  private final String where;

  /** Where the value stands: a column, and within it {@code address.zip} or {@code tags[0]}. */
  ValueFitting(String where) {
    this.where = where;
  }

  @Nullable Object fit(@Nullable Object given, DataType type, boolean nullable) {
    Object value = PlainValues.of(given);
    if (value == null) {
      if (!nullable) {
        throw new Misfit("column " + where + ": null, but the column is NOT NULL");
      }
      return null;
    }
    if (type instanceof StructType) {
      return struct(value, (StructType) type);
    }
    if (type instanceof ArrayType) {
      return array(value, (ArrayType) type);
    }
    return type instanceof MapType ? map(value, (MapType) type) : atom(value, type);
  }

  private Row struct(Object value, StructType type) {
    StructField[] fields = type.fields();
    if (!(value instanceof Row) || ((Row) value).size() != fields.length) {
      throw misfit(value, type, "row(...) of " + fields.length + " values");
    }
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] =
          new ValueFitting(where + "." + fields[i].name())
              .fit(((Row) value).get(i), fields[i].dataType(), fields[i].nullable());
    }
    return RowFactory.create(values);
  }

  private List<@Nullable Object> array(Object value, ArrayType type) {
    if (!(value instanceof List)) {
      throw misfit(value, type, "a list or an array");
    }
    List<@Nullable Object> fitted = new ArrayList<>();
    for (Object element : (List<?>) value) {
      fitted.add(
          new ValueFitting(where + "[" + fitted.size() + "]")
              .fit(element, type.elementType(), type.containsNull()));
    }
    return fitted;
  }

  private Map<@Nullable Object, @Nullable Object> map(Object value, MapType type) {
    if (!(value instanceof Map)) {
      throw misfit(value, type, "a map");
    }
    Map<@Nullable Object, @Nullable Object> fitted = new LinkedHashMap<>();
    ((Map<?, ?>) value)
        .forEach(
            (key, element) ->
                fitted.put(
                    new ValueFitting(where + " key").fit(key, type.keyType(), false),
                    new ValueFitting(where + "[" + CellText.of(key) + "]")
                        .fit(element, type.valueType(), type.valueContainsNull())));
    return fitted;
  }

  private Object atom(Object value, DataType type) {
    if (type instanceof DecimalType) {
      return decimal(value, (DecimalType) type);
    }
    switch (type.typeName()) {
      case "byte":
        return (byte) whole(value, type, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case "short":
        return (short) whole(value, type, Short.MIN_VALUE, Short.MAX_VALUE);
      case "integer":
        return (int) whole(value, type, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "long":
        return whole(value, type, Long.MIN_VALUE, Long.MAX_VALUE);
      case "float":
        return (float) floating(value, type, 1 << 24);
      case "double":
        return floating(value, type, 1L << 53);
      case "string":
        return one(value, type, "a String", String.class);
      case "boolean":
        return one(value, type, "a Boolean", Boolean.class);
      case "binary":
        return one(value, type, "a byte[]", byte[].class);
      case "date":
        return one(
            value, type, "a LocalDate or java.sql.Date", LocalDate.class, java.sql.Date.class);
      case "timestamp":
        return one(
            value,
            type,
            "an Instant or java.sql.Timestamp",
            Instant.class,
            java.sql.Timestamp.class);
      case "timestamp_ntz":
        return one(value, type, "a LocalDateTime", LocalDateTime.class);
      default:
        return interval(value, type);
    }
  }

  /** Types that only some Spark versions know are left to Spark. */
  private Object interval(Object value, DataType type) {
    if (type.typeName().startsWith("interval day") || type.typeName().startsWith("interval hour")) {
      return one(value, type, "a Duration", Duration.class);
    }
    return type.typeName().startsWith("interval year")
        ? one(value, type, "a Period", Period.class)
        : value;
  }

  private long whole(Object value, DataType type, long min, long max) {
    BigInteger number = integer(value);
    if (number == null
        || number.compareTo(BigInteger.valueOf(min)) < 0
        || number.compareTo(BigInteger.valueOf(max)) > 0) {
      throw misfit(value, type, "a whole number from " + min + " to " + max);
    }
    return number.longValue();
  }

  private double floating(Object value, DataType type, long exact) {
    if (value instanceof Float || value instanceof Double) {
      return ((Number) value).doubleValue();
    }
    BigInteger number = integer(value);
    if (number == null || number.abs().compareTo(BigInteger.valueOf(exact)) > 0) {
      throw misfit(value, type, "a Double, a Float, or a whole number of at most " + exact);
    }
    return number.doubleValue();
  }

  private BigDecimal decimal(Object value, DecimalType type) {
    BigInteger integer = integer(value);
    BigDecimal number = integer == null ? null : new BigDecimal(integer);
    if (value instanceof BigDecimal) {
      number = (BigDecimal) value;
    }
    if (number == null
        || number.stripTrailingZeros().scale() > type.scale()
        || number.setScale(type.scale()).precision() > type.precision()) {
      throw misfit(
          value,
          type,
          String.format(
              "a BigDecimal or whole number of at most %d digits, %d of them after the point",
              type.precision(), type.scale()));
    }
    return number.setScale(type.scale());
  }

  private static @Nullable BigInteger integer(Object value) {
    if (value instanceof BigInteger) {
      return (BigInteger) value;
    }
    boolean whole =
        value instanceof Integer
            || value instanceof Long
            || value instanceof Short
            || value instanceof Byte;
    return whole ? BigInteger.valueOf(((Number) value).longValue()) : null;
  }

  private Object one(Object value, DataType type, String accepted, Class<?>... classes) {
    for (Class<?> fitting : classes) {
      if (fitting.isInstance(value)) {
        return value;
      }
    }
    throw misfit(value, type, accepted);
  }

  private Misfit misfit(Object value, DataType type, String accepted) {
    String name = value.getClass().getName();
    return new Misfit(
        String.format(
            "column %s: %s is a %s, but %s takes %s",
            where,
            CellText.of(value),
            name.startsWith("java.") ? name.substring(name.lastIndexOf('.') + 1) : name,
            type.sql(),
            accepted));
  }
}
