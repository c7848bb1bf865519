/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a method does with data that it made: which actions run on it, and how certain that is. */
final class Downstream {
  private static final int DEEPEST = 24;
  // Methods that return the data itself; or that change nothing and run nothing.
  private static final Set<String> SAME = Set.of("cache", "persist", "setName", "unpersist");
  private static final Set<String> NEUTRAL =
      Set.of(
          "apply",
          "col",
          "columns",
          "dtypes",
          "explain",
          "getNumPartitions",
          "getStorageLevel",
          "id",
          "isStreaming",
          "name",
          "partitions",
          "printSchema",
          "schema",
          "sparkSession",
          "sqlContext",
          "storageLevel",
          "toDebugString");
  // Those that compute each row of their input once. Sorting samples it first, and pivot looks for
  // its values.
  private static final Set<String> ONCE =
      Set.of(
          "agg",
          "alias",
          "as",
          "avg",
          "coalesce",
          "distinct",
          "drop",
          "dropDuplicates",
          "except",
          "filter",
          "flatMap",
          "flatMapToPair",
          "groupBy",
          "groupByKey",
          "intersect",
          "join",
          "keyBy",
          "keys",
          "leftOuterJoin",
          "limit",
          "map",
          "mapPartitions",
          "mapToDouble",
          "mapToPair",
          "mapValues",
          "max",
          "min",
          "reduceByKey",
          "repartition",
          "select",
          "selectExpr",
          "subtract",
          "sum",
          "toDF",
          "union",
          "unionByName",
          "values",
          "where",
          "withColumn",
          "withColumnRenamed",
          "write",
          "mode",
          "format",
          "option",
          "partitionBy",
          "count");
  private static final Set<String> ACTIONS =
      Set.of(
          "collect",
          "collectAsList",
          "collectAsMap",
          "count",
          "csv",
          "first",
          "foreach",
          "foreachPartition",
          "head",
          "isEmpty",
          "jdbc",
          "json",
          "orc",
          "parquet",
          "reduce",
          "save",
          "saveAsObjectFile",
          "saveAsTextFile",
          "show",
          "take",
          "takeAsList",
          "text",
          "toLocalIterator");
  private static final Set<String> FORMATS =
      Set.of("csv", "json", "orc", "parquet", "text", "noop");

  private final CodeFacts facts;
  private final List<Call> actions = new ArrayList<>();
  private final Set<Call> caches = new LinkedHashSet<>();
  private boolean isCertain = true;

  private Downstream(CodeFacts facts) {
    this.facts = facts;
  }

  /** Follows the data that a call made, within its method. */
  static Downstream of(CodeFacts facts, Call made) {
    Downstream found = new Downstream(facts);
    found.follow(made, 0);
    return found;
  }

  /** Says whether a call returns the data that it is called on. */
  static boolean isSame(Call call) {
    return SparkApi.isOfData(call) && SAME.contains(call.method().name());
  }

  /** Returns the actions, each as often as it runs on the data. */
  List<Call> actions() {
    return actions;
  }

  /** Returns where it, or what is made of it, is cached. */
  Set<Call> caches() {
    return caches;
  }

  /** Says whether all that becomes of the data is known. */
  boolean isCertain() {
    return isCertain;
  }

  private void follow(Call made, int depth) {
    if (depth > DEEPEST) {
      isCertain = false;
      return;
    }
    for (Use use : made.uses()) {
      if (use.kind() == Use.Kind.COMPARED) {
        continue;
      }
      use.call().ifPresentOrElse(by -> follow(use, by, depth), () -> isCertain = false);
    }
  }

  private void follow(Use use, Call by, int depth) {
    String name = by.method().name();
    if (SparkApi.isFace(by)) {
      follow(by, depth + 1);
    } else if (!isKnown(by)) {
      isCertain = false;
    } else if (SAME.contains(name) && use.kind() == Use.Kind.RECEIVER) {
      if (SparkApi.isCache(by)) {
        caches.add(by);
      }
      follow(by, depth + 1);
    } else if (isAction(by)) {
      act(by);
    } else if (ONCE.contains(name)) {
      follow(by, depth + 1);
    } else if (!NEUTRAL.contains(name)) {
      isCertain = false;
    }
  }

  private static boolean isKnown(Call by) {
    return SparkApi.isOfData(by) || SparkApi.isOfWriter(by) || SparkApi.isOfGrouped(by);
  }

  // count of a grouped Dataset is one row a group.
  private static boolean isAction(Call call) {
    return !SparkApi.isOfGrouped(call) && ACTIONS.contains(call.method().name());
  }

  private void act(Call action) {
    actions.add(action);
    // Table formats may read what they write several times.
    isCertain &= !action.method().name().equals("save") || isOfFiles(action);
    isCertain &= !action.isInLoop();
  }

  private boolean isOfFiles(Call save) {
    return facts.lineage().history(save).stream()
        .filter(call -> SparkApi.isOfWriter(call) && call.method().name().equals("format"))
        .allMatch(
            call ->
                facts
                    .text(call, 0)
                    .map(format -> format.toLowerCase(Locale.ROOT))
                    .filter(FORMATS::contains)
                    .isPresent());
  }
}
