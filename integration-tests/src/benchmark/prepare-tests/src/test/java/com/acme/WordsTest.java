/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = SparkSession.builder().master("local[2]").appName("words").getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void countsWords() {
    Dataset<Row> counts =
        spark
            .createDataset(Arrays.asList("a", "b", "a", "c"), Encoders.STRING())
            .toDF("word")
            .groupBy("word")
            .count();
    assertEquals(2, counts.filter(col("word").equalTo("a")).first().getLong(1));
    assertEquals(3, counts.count());
  }
}
