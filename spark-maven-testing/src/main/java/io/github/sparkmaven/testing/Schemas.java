/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import org.apache.spark.sql.types.StructType;

/** Reads schemas as tests write them. */
final class Schemas {
  private Schemas() {}

  static StructType parse(String ddl) {
    try {
      return StructType.fromDDL(ddl);
    } catch (Exception e) { // Scala's ParseException is checked, but not declared
      throw new IllegalArgumentException(
          "The schema \""
              + ddl
              + "\" cannot be read. Write columns as in \"id INT NOT NULL, tags ARRAY<STRING>,"
              + " address STRUCT<zip: STRING>\". Spark says: "
              + String.valueOf(e.getMessage()).trim(),
          e);
    }
  }
}
