/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two schemas, each difference in a line; names of columns need not be unique.
 */
final class SchemaDifferences {
  private final boolean nullability;
  private final boolean order;
  private final List<String> lines = new ArrayList<>();

  private SchemaDifferences(boolean nullability, boolean order) {
    this.nullability = nullability;
    this.order = order;
  }

  /**
   * Compares schemas.
   *
   * @param nullability whether NOT NULL counts
   * @param order whether the order of the columns counts; that of fields in structs always does
   */
  static List<String> between(
      StructType actual, StructType expected, boolean nullability, boolean order) {
    SchemaDifferences differences = new SchemaDifferences(nullability, order);
    differences.compare("", actual, expected);
    return differences.lines;
  }

  private void compare(String path, StructType actual, StructType expected) {
    List<StructField> left = new ArrayList<>(Arrays.asList(actual.fields()));
    boolean samePlaces = true;
    int found = 0;
    for (StructField field : expected.fields()) {
      StructField counterpart = named(field.name(), left);
      if (counterpart == null) {
        lines.add(path + field.name() + " " + field.dataType().sql() + " is missing");
        samePlaces = false;
        continue;
      }
      samePlaces &= left.indexOf(counterpart) == 0;
      left.remove(counterpart);
      found++;
      compare(path + field.name(), counterpart, field);
    }
    left.forEach(
        field -> lines.add(path + field.name() + " " + field.dataType().sql() + " is unexpected"));
    boolean sameNames = left.isEmpty() && found == expected.fields().length;
    if (sameNames && !samePlaces && (order || !path.isEmpty())) {
      lines.add(
          String.format(
              "%s stand in the order %s instead of %s",
              path.isEmpty()
                  ? "the columns"
                  : "the fields of " + path.substring(0, path.length() - 1),
              names(actual),
              names(expected)));
    }
  }

  private void compare(String path, StructField actual, StructField expected) {
    compare(path, actual.dataType(), expected.dataType());
    nullable(path, actual.nullable(), expected.nullable());
  }

  private void compare(String path, DataType actual, DataType expected) {
    if (actual instanceof StructType && expected instanceof StructType) {
      compare(path + ".", (StructType) actual, (StructType) expected);
    } else if (actual instanceof ArrayType && expected instanceof ArrayType) {
      ArrayType a = (ArrayType) actual;
      ArrayType e = (ArrayType) expected;
      compare(path + "[]", a.elementType(), e.elementType());
      nullable(path + "[]", a.containsNull(), e.containsNull());
    } else if (actual instanceof MapType && expected instanceof MapType) {
      MapType a = (MapType) actual;
      MapType e = (MapType) expected;
      compare(path + " key", a.keyType(), e.keyType());
      compare(path + " value", a.valueType(), e.valueType());
      nullable(path + " value", a.valueContainsNull(), e.valueContainsNull());
    } else if (!actual.equals(expected)) {
      lines.add(path + " is " + actual.sql() + " instead of " + expected.sql());
    }
  }

  private void nullable(String path, boolean actual, boolean expected) {
    if (nullability && actual != expected) {
      lines.add(
          actual
              ? path + " may be null instead of NOT NULL"
              : path + " is NOT NULL instead of nullable");
    }
  }

  private static @Nullable StructField named(String name, List<StructField> fields) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
  }

  private static String names(StructType schema) {
    return Arrays.stream(schema.fieldNames()).collect(Collectors.joining(", "));
  }
}
