/* SPDX-License-Identifier: Apache-2.0 */
package com.acme

import org.apache.spark.sql.SparkSession
import org.scalatest.funsuite.AnyFunSuite

class NumbersSuite extends AnyFunSuite {
  test("runs Spark with nothing else in the POM") {
    val spark = SparkSession.builder().getOrCreate()
    try {
      spark.range(4).write.saveAsTable("numbers")
      assert(spark.sql("SELECT sum(id) FROM numbers").first().getLong(0) == 6)
      assert(spark.conf.get("spark.master") == "local[2]")
      assert(sys.props("of.pom") == "1")
      assert(sys.props("spark.local.dir").endsWith("/target/spark/unit-tests/fork-1/local"))
    } finally spark.stop()
  }
}
