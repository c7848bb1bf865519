/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** What comparisons compute of each row, where the row is. */
final class RowFunctions {
  private RowFunctions() {}

  /** The canonical text of a value. */
  static Column text(Column value) {
    UDF1<Object, String> text = Canonical::text;
    return functions.udf(text, DataTypes.StringType).apply(value);
  }

  /** The canonical text of a value with its floating-point numbers apart. */
  static Column shape(Column value) {
    UDF1<Object, String> shape = v -> Canonical.apart(v).text();
    return functions.udf(shape, DataTypes.StringType).apply(value);
  }

  /** The floating-point numbers of a value. */
  static Column floats(Column value) {
    UDF1<Object, List<Double>> floats = v -> Canonical.apart(v).floats();
    return functions.udf(floats, DataTypes.createArrayType(DataTypes.DoubleType)).apply(value);
  }

  /** Whether both values are there and equal within the tolerance. */
  static Column same(Column a, Column b, Tolerance tolerance) {
    UDF2<@Nullable Object, @Nullable Object, Boolean> same =
        (x, y) -> x != null && y != null && tolerance.same(x, y);
    UserDefinedFunction function = functions.udf(same, DataTypes.BooleanType);
    return function.apply(a, b);
  }

  /**
   * The dataset with one column {@code row}: a struct of the columns at these positions, named by
   * position, because names of columns need not be unique.
   */
  static Dataset<Row> rows(Dataset<?> dataset, List<Integer> positions) {
    String[] names = new String[dataset.columns().length];
    for (int i = 0; i < names.length; i++) {
      names[i] = "c" + i;
    }
    Column[] kept = new Column[positions.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = functions.col("c" + positions.get(i)).as("c" + i);
    }
    return dataset.toDF(names).select(functions.struct(kept).as("row"));
  }
}
