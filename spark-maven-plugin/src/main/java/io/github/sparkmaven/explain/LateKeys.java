/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import java.util.Set;

/**
 * Keys that have done their work before the program's first line runs, so that what the program
 * sets is too late: spark-submit starts the driver's JVM, or asks the manager for it, with them.
 *
 * <p>Source: the notes "must not be set through the SparkConf directly" of Spark's page
 * configuration.html, and {@code SparkSubmit.prepareSubmitEnvironment}, in which the others are
 * read.
 */
final class LateKeys {
  private static final Set<String> KEYS =
      Set.of(
          "spark.driver.cores",
          "spark.driver.defaultJavaOptions",
          "spark.driver.extraClassPath",
          "spark.driver.extraJavaOptions",
          "spark.driver.extraLibraryPath",
          "spark.driver.memory",
          "spark.driver.memoryOverhead",
          "spark.driver.memoryOverheadFactor",
          "spark.driver.supervise",
          "spark.driver.userClassPathFirst",
          "spark.jars.excludes",
          "spark.jars.ivy",
          "spark.jars.ivySettings",
          "spark.jars.packages",
          "spark.jars.repositories",
          "spark.pyspark.driver.python",
          "spark.submit.deployMode");

  private LateKeys() {}

  static boolean contains(String key) {
    return KEYS.contains(key);
  }
}
