/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes a small local-mode session start fast and keep to itself.
 *
 * <p>Spark reads every system property that begins with {@code spark.} as a setting.
 */
public final class LocalTestDefaults {
  /**
   * C1 alone and the serial collector: a job on test data ends before better code would pay off.
   */
  public static final List<String> FAST_START =
      List.of("-ea", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  // Where the heap allows it, Spark takes pages of 64 MiB (MemoryManager.defaultPageSizeBytes), and
  // each sort and aggregation of a task clears one for a few rows. A larger row gets its own page.
  private static final String PAGE_SIZE = "4m";

  private LocalTestDefaults() {}

  /**
   * Returns the system properties of a test JVM.
   *
   * @param scratch a folder for what Spark writes of its own accord
   */
  public static Map<String, String> systemProperties(Path scratch) {
    return Map.of(
        "spark.master", "local[2]",
        "spark.buffer.pageSize", PAGE_SIZE,
        "spark.app.name", "job-tests",
        "spark.ui.enabled", "false",
        "spark.driver.host", "127.0.0.1",
        "spark.driver.bindAddress", "127.0.0.1",
        "spark.sql.shuffle.partitions", "2",
        "spark.sql.warehouse.dir", scratch.resolve("warehouse").toString(),
        "spark.local.dir", scratch.resolve("local").toString(),
        "derby.system.home", scratch.resolve("derby").toString());
  }

  /**
   * Returns the system properties of a JVM that another test plugin or an IDE runs: the same, for
   * code that was not written for {@code spark:test} and makes its sessions itself.
   *
   * @param scratch a folder for what Spark writes of its own accord
   */
  public static Map<String, String> ofUnitTests(Path scratch) {
    Map<String, String> properties = new TreeMap<>(systemProperties(scratch));
    properties.put("spark.app.name", "unit-tests");
    return properties;
  }
}
