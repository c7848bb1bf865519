/* SPDX-License-Identifier: Apache-2.0 */
package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** What every JVM of tests is held to. */
final class Jvm {
  private Jvm() {}

  /** Makes a table of the same name in every run, and finds what the JVM was given. */
  static void check(String name) throws IOException {
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    Path place = Path.of("target", name + ".txt");
    Files.writeString(place, System.getProperty("spark.sql.warehouse.dir") + "\n");
    assertEquals(1, options.stream().filter("-XX:+UseSerialGC"::equals).count());
    assertEquals(
        1, options.stream().filter(option -> option.startsWith("-Dspark.master=")).count());
    assertTrue(options.stream().anyMatch(option -> option.startsWith("-javaagent:")));
    assertEquals("1", System.getProperty("of.pom"));
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      spark.range(4).write().saveAsTable(name);
      assertEquals(6, spark.sql("SELECT sum(id) FROM " + name).first().getLong(0));
      assertEquals("local[2]", spark.conf().get("spark.master"));
      assertTrue(spark.sparkContext().uiWebUrl().isEmpty());
    }
    assertFalse(Files.exists(Path.of("spark-warehouse")));
  }
}
