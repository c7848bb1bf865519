/* SPDX-License-Identifier: Apache-2.0 */

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.crc32;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Joins, shuffles, sorts and files of DataFrames. */
final class Tables {
  private static final int SORTED_FILES = 4;
  private static final int WIDE_PARTITIONS = 6;

  private Tables() {}

  /** Both sides are larger than what is broadcast, and one key has half of the larger side. */
  static Workloads.Answer skewedJoin(SparkSession spark, String data, String output) {
    Dataset<Row> facts = spark.read().parquet(data + "/facts");
    Dataset<Row> labels = spark.read().parquet(data + "/labels");
    Row row =
        facts
            .join(labels, "key")
            .agg(
                count(lit(1)),
                sum(col("value").multiply(col("weight"))),
                sum(crc32(concat(col("text"), col("label")))))
            .first();
    return () -> text(row);
  }

  /** The latest of the wide rows of each key. */
  static Workloads.Answer wideShuffle(SparkSession spark, String data, String output) {
    WindowSpec latestFirst =
        Window.partitionBy("key").orderBy(col("n0").desc(), col("n1").desc());
    String weighted =
        IntStream.range(0, Wide.NUMBERS)
            .mapToObj(i -> (i + 1) + " * n" + i)
            .collect(Collectors.joining(" + ", "sum(", ")"));
    Row row =
        spark
            .read()
            .parquet(data + "/wide")
            .repartition(WIDE_PARTITIONS, col("key"))
            .withColumn("place", row_number().over(latestFirst))
            .where("place = 1")
            .agg(count(lit(1)), expr(weighted), sum(crc32(col("text"))))
            .first();
    return () -> text(row);
  }

  /** Few files in order, as a reader of the table wants them. */
  static Workloads.Answer sortWrite(SparkSession spark, String data, String output) {
    spark
        .read()
        .parquet(data + "/unsorted")
        .repartitionByRange(SORTED_FILES, col("key"))
        .sortWithinPartitions("key")
        .write()
        .mode("overwrite")
        .parquet(output);
    return () -> sorted(spark, output);
  }

  private static String sorted(SparkSession spark, String output) {
    Dataset<Row> written = spark.read().parquet(output);
    spark.conf().set("spark.sql.files.maxPartitionBytes", "8g");
    for (String file : written.inputFiles()) {
      spark
          .read()
          .parquet(file)
          .select("key")
          .as(Encoders.LONG())
          .foreachPartition((ForeachPartitionFunction<Long>) Tables::requireSorted);
    }
    List<Row> files =
        written
            .groupBy(input_file_name())
            .agg(min("key").as("least"), max("key").as("most"))
            .orderBy("least")
            .collectAsList();
    for (int file = 1; file < files.size(); file++) {
      if (files.get(file).getLong(1) < files.get(file - 1).getLong(2)) {
        throw new IllegalStateException("files overlap: " + files);
      }
    }
    return text(written.agg(count(lit(1)), sum(crc32(col("text")))).first());
  }

  private static void requireSorted(Iterator<Long> keys) {
    long before = Long.MIN_VALUE;
    while (keys.hasNext()) {
      long key = keys.next();
      if (key < before) {
        throw new IllegalStateException(key + " stands behind " + before);
      }
      before = key;
    }
  }

  static Workloads.Answer smallFiles(SparkSession spark, String data, String output) {
    spark
        .read()
        .schema("shop string, receipt string, cents bigint")
        .csv(data + "/sales")
        .groupBy("shop")
        .agg(sum("cents").as("cents"), count(lit(1)).as("lines"))
        .write()
        .mode("overwrite")
        .parquet(output);
    return () ->
        text(
            spark
                .read()
                .parquet(output)
                .agg(sum("lines"), sum("cents"), expr("sum(crc32(shop || ' ' || cents))"))
                .first());
  }

  private static String text(Row row) {
    return row.mkString(" ");
  }
}
