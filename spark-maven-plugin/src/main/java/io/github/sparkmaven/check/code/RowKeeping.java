/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows when data is a whole source still: read from files or a table, and no row left out since.
 */
final class RowKeeping {
  private static final Set<String> OF_DATASET =
      Set.of(
          "as",
          "alias",
          "cache",
          "coalesce",
          "drop",
          "hint",
          "map",
          "observe",
          "orderBy",
          "persist",
          "repartition",
          "repartitionByRange",
          "selectExpr",
          "sort",
          "sortWithinPartitions",
          "toDF",
          "toJSON",
          "union",
          "unionAll",
          "unionByName",
          "unpersist",
          "withColumn",
          "withColumnRenamed",
          "withColumns",
          "withColumnsRenamed",
          "withMetadata");
  private static final Set<String> OF_RDD =
      Set.of(
          "cache",
          "coalesce",
          "keyBy",
          "keys",
          "map",
          "mapToDouble",
          "mapToPair",
          "mapValues",
          "persist",
          "repartition",
          "setName",
          "sortBy",
          "sortByKey",
          "union",
          "unpersist",
          "values",
          "zipWithIndex",
          "zipWithUniqueId");
  private static final Set<String> READS =
      Set.of("avro", "csv", "json", "load", "orc", "parquet", "table", "text", "textFile");
  private static final Set<String> FILES =
      Set.of(
          "binaryFiles",
          "hadoopFile",
          "newAPIHadoopFile",
          "objectFile",
          "sequenceFile",
          "textFile",
          "wholeTextFiles");
  private static final Set<String> FORMATS =
      Set.of("avro", "csv", "delta", "json", "orc", "parquet", "text");
  private static final Pattern PLAIN_SELECT =
      Pattern.compile("(?is)\\s*select\\s+[\\w\\s,.*`]+\\s+from\\s+[\\w.`]+\\s*");
  // Functions that make one row of one row; an aggregate in a select makes one row of all.
  private static final Set<String> OF_ONE_ROW =
      Set.of(
          "abs",
          "asc",
          "coalesce",
          "col",
          "column",
          "concat",
          "concat_ws",
          "date_format",
          "desc",
          "lit",
          "lower",
          "regexp_replace",
          "substring",
          "to_date",
          "to_timestamp",
          "trim",
          "upper",
          "when");

  private final CodeFacts facts;

  RowKeeping(CodeFacts facts) {
    this.facts = facts;
  }

  /** Says whether what led to a call, the nearest first, begins with a source and kept its rows. */
  boolean isWholeSource(List<Call> history, CodeMethod method) {
    for (Call call : history) {
      if (isSource(call)) {
        return true;
      } else if (!keepsRows(call, method)) {
        return false;
      }
    }
    return false;
  }

  private boolean keepsRows(Call call, CodeMethod method) {
    String name = call.method().name();
    if (SparkApi.isOfDataset(call)) {
      return name.equals("select")
          ? call.within().equals(method.id()) && selectsColumns(method)
          : OF_DATASET.contains(name) && (!name.equals("selectExpr") || selectsColumns(method));
    }
    return SparkApi.isOfRdd(call) && OF_RDD.contains(name);
  }

  // Which of the arrays of a method a column is put into is not known: all must be harmless.
  private boolean selectsColumns(CodeMethod method) {
    return method.stored().stream().allMatch(value -> isOfOneRow(value, 0));
  }

  private boolean isOfOneRow(Value value, int depth) {
    if (value instanceof Value.Constant constant) {
      return !String.valueOf(constant.content()).contains("(");
    }
    return depth <= 8 && value instanceof Value.Result result && isOfOneRow(result.call(), depth);
  }

  private boolean isOfOneRow(Call call, int depth) {
    String owner = call.method().owner();
    if (SparkApi.isOfFunctions(call)) {
      return OF_ONE_ROW.contains(call.method().name());
    } else if (owner.startsWith("org/apache/spark/sql/Column")) {
      return call.receiver().filter(inner -> isOfOneRow(inner, depth + 1)).isPresent()
          || owner.endsWith("ColumnName");
    }
    return owner.startsWith("org/apache/spark/sql/SQLImplicits")
        || (SparkApi.isOfDataset(call) && SparkApi.isNamed(call, Set.of("col", "apply")));
  }

  /**
   * Says whether a call reads a source whose size the program does not limit. What stands among the
   * project's own sources is small.
   */
  boolean isSource(Call call) {
    return readsRows(call) && facts.text(call, 0).filter(path -> path.startsWith("src/")).isEmpty();
  }

  private boolean readsRows(Call call) {
    String name = call.method().name();
    if (SparkApi.isOfReader(call)) {
      return READS.contains(name) && !takesData(call) && isOfFiles(call);
    } else if (SparkApi.isOfContext(call)) {
      return FILES.contains(name);
    }
    return SparkApi.isOfSession(call)
        && (name.equals("table")
            || (name.equals("sql")
                && facts.text(call, 0).filter(PLAIN_SELECT.asMatchPredicate()).isPresent()));
  }

  private static boolean takesData(Call call) {
    String types = call.method().descriptor();
    return types.startsWith("(Lorg/apache/spark/");
  }

  private boolean isOfFiles(Call call) {
    return facts.lineage().history(call).stream()
        .filter(SparkApi::isOfReader)
        .filter(step -> step.method().name().equals("format"))
        .allMatch(
            step ->
                facts
                    .text(step, 0)
                    .map(format -> format.toLowerCase(Locale.ROOT))
                    .filter(FORMATS::contains)
                    .isPresent());
  }
}
