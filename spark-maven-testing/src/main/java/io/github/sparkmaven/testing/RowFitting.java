/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Turns rows as tests write them into rows of a schema, and tells all that do not fit. */
final class RowFitting {
  private static final int SHOWN = 10;

  private final StructType schema;
  private final List<String> faults = new ArrayList<>();

  RowFitting(StructType schema) {
    this.schema = schema;
  }

  List<Row> fit(List<Row> rows) {
    List<Row> fitted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      fitted.add(row(rows.get(i), i + 1));
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(message());
    }
    return fitted;
  }

  private Row row(@Nullable Row row, int number) {
    StructField[] fields = schema.fields();
    if (row == null || row.size() != fields.length) {
      faults.add(
          String.format(
              "row %d has %s, the schema has %s",
              number,
              row == null ? "no values but is null" : counted(row.size(), "value"),
              counted(fields.length, "column")));
      return RowFactory.create();
    }
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = cell(row.get(i), fields[i], number);
    }
    return RowFactory.create(values);
  }

  private @Nullable Object cell(@Nullable Object value, StructField field, int number) {
    try {
      return new ValueFitting(field.name()).fit(value, field.dataType(), field.nullable());
    } catch (ValueFitting.Misfit e) {
      faults.add("row " + number + ", " + e.getMessage());
      return null;
    }
  }

  private String message() {
    StringBuilder text = new StringBuilder();
    text.append(faults.size() == 1 ? "A row does" : faults.size() + " values or rows do");
    text.append(" not fit the schema ").append(ddl()).append(":");
    faults.stream().limit(SHOWN).forEach(fault -> text.append("\n  ").append(fault));
    if (faults.size() > SHOWN) {
      text.append("\n  ... and ").append(faults.size() - SHOWN).append(" more");
    }
    return text.toString();
  }

  private String ddl() {
    List<String> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      columns.add(column(field.name(), field.dataType(), field.nullable()));
    }
    return String.join(", ", columns);
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String column(String name, DataType type, boolean nullable) {
    return name + " " + type.sql() + (nullable ? "" : " NOT NULL");
  }
}
