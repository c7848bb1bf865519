/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import java.util.List;
import java.util.Locale;

/**
 * What a jar of the job has in common with one of Spark's.
 *
 * @param own the job's
 * @param spark Spark's
 * @param library what Spark's jar is
 * @param classes how many classes Spark's jar has
 * @param shared the entries of the classes that both have
 * @param different those of them that are not the same
 */
record Overlap(
    JarIndex own,
    JarIndex spark,
    Library library,
    int classes,
    List<String> shared,
    List<String> different) {
  // A part as large as this was not written by somebody who replaces a class of Spark's.
  private static final int LEAST_PART = 5;

  /** What one of Spark's jars is. */
  enum Library {
    SPARK,
    SCALA,
    HADOOP,
    OTHER;

    static Library of(String jar) {
      if (jar.startsWith("spark-")) {
        return SPARK;
      } else if (jar.matches("scala3?-(library|reflect|compiler).*")) {
        return SCALA;
      }
      return jar.startsWith("hadoop-") ? HADOOP : OTHER;
    }
  }

  /** Says whether this part of Spark was put into the job's jar. */
  boolean isBundled() {
    return library != Library.OTHER
        && (shared.size() * LEAST_PART >= classes
            || spark.marks().keySet().stream().anyMatch(own.marks()::containsKey));
  }

  /** Returns how much of which jar it is. */
  String part() {
    return String.format(
        Locale.ROOT, "%d of the %d classes of %s", shared.size(), classes, spark.name());
  }
}
