/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrdersTest {
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = SparkSession.builder().master("local[2]").appName("orders").getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void joinsAndSums() {
    spark.range(100).selectExpr("id", "id % 10 AS customer", "id * 2 AS price")
        .createOrReplaceTempView("orders");
    spark.range(10).selectExpr("id AS customer", "concat('c', id) AS name")
        .createOrReplaceTempView("customers");
    assertEquals(
        1080,
        spark
            .sql("SELECT name, sum(price) AS total FROM orders JOIN customers USING (customer) GROUP BY name ORDER BY total DESC")
            .first()
            .getLong(1));
  }
}
