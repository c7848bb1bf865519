/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class SessionJobCase {
  @Test
  void runsOnLocalSparkWithTheSettingsThatMeanSomethingThere() {
    SparkSession spark = SparkSession.builder().getOrCreate();
    assertEquals(6, spark.range(4).selectExpr("sum(id)").first().getLong(0));
    assertEquals("3", spark.conf().get("spark.sql.shuffle.partitions"));
    assertFalse(spark.conf().contains("spark.executor.instances"));
    System.out.println("printed by a test");
  }

  @Test
  @Disabled("not today")
  void isSkipped() {}
}
