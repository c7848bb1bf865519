/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.program.code.Call;
import java.util.Set;

/** Tells calls of Spark's classes apart, as the bytecode of Spark 3.5 and 4 programs names them. */
final class SparkApi {
  private static final String SPARK = "org/apache/spark/";
  private static final String SQL = SPARK + "sql/";
  private static final Set<String> DATASETS = Set.of(SQL + "Dataset", SQL + "classic/Dataset");
  private static final Set<String> RDDS =
      Set.of(
          SPARK + "rdd/RDD",
          SPARK + "rdd/PairRDDFunctions",
          SPARK + "rdd/OrderedRDDFunctions",
          SPARK + "rdd/DoubleRDDFunctions",
          SPARK + "rdd/SequenceFileRDDFunctions",
          SPARK + "api/java/JavaRDD",
          SPARK + "api/java/JavaPairRDD",
          SPARK + "api/java/JavaDoubleRDD",
          SPARK + "api/java/JavaRDDLike",
          SPARK + "api/java/AbstractJavaRDDLike");
  private static final Set<String> READERS =
      Set.of(SQL + "DataFrameReader", SQL + "classic/DataFrameReader");
  private static final Set<String> WRITERS =
      Set.of(SQL + "DataFrameWriter", SQL + "classic/DataFrameWriter");
  private static final Set<String> GROUPED =
      Set.of(
          SQL + "RelationalGroupedDataset",
          SQL + "classic/RelationalGroupedDataset",
          SQL + "KeyValueGroupedDataset",
          SQL + "classic/KeyValueGroupedDataset");
  private static final Set<String> SESSIONS =
      Set.of(SQL + "SparkSession", SQL + "classic/SparkSession", SQL + "SQLContext");
  private static final Set<String> CONTEXTS =
      Set.of(SPARK + "SparkContext", SPARK + "api/java/JavaSparkContext");
  // Scala's implicit conversions and Java's wrappers: another face of the same data.
  private static final Set<String> FACES =
      Set.of(
          "rddToPairRDDFunctions",
          "rddToOrderedRDDFunctions",
          "rddToSequenceFileRDDFunctions",
          "doubleRDDToDoubleRDDFunctions",
          "numericRDDToDoubleRDDFunctions",
          "fromJavaRDD",
          "fromRDD",
          "rdd",
          "toRDD",
          "javaRDD",
          "toJavaRDD");

  private SparkApi() {}

  static boolean isSpark(Call call) {
    return call.method().owner().startsWith(SPARK);
  }

  static boolean isOfDataset(Call call) {
    return DATASETS.contains(call.method().owner());
  }

  static boolean isOfRdd(Call call) {
    return RDDS.contains(call.method().owner());
  }

  /** Says whether it is a method of distributed data, of either kind. */
  static boolean isOfData(Call call) {
    return isOfDataset(call) || isOfRdd(call);
  }

  static boolean isOfReader(Call call) {
    return READERS.contains(call.method().owner());
  }

  static boolean isOfWriter(Call call) {
    return WRITERS.contains(call.method().owner());
  }

  /** Says whether it is a method of data that is grouped by columns or keys. */
  static boolean isOfGrouped(Call call) {
    return GROUPED.contains(call.method().owner());
  }

  static boolean isOfSession(Call call) {
    return SESSIONS.contains(call.method().owner());
  }

  static boolean isOfContext(Call call) {
    return CONTEXTS.contains(call.method().owner());
  }

  static boolean isOfStreamWriter(Call call) {
    return call.method().owner().startsWith(SQL)
        && call.method().owner().endsWith("/DataStreamWriter");
  }

  static boolean isOfFunctions(Call call) {
    return call.method().owner().equals(SQL + "functions")
        || call.method().owner().equals(SQL + "functions$");
  }

  /** Says whether its result is the same data under another type. */
  static boolean isFace(Call call) {
    return isSpark(call) && FACES.contains(call.method().name());
  }

  /** Says whether it keeps data in memory or on disk for later. */
  static boolean isCache(Call call) {
    return isOfData(call) && Set.of("cache", "persist").contains(call.method().name());
  }

  static boolean isNamed(Call call, Set<String> names) {
    return names.contains(call.method().name());
  }
}
