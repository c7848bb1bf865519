/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.InputException;
import java.util.Optional;

/**
 * Which JDK a Spark version runs on.
 *
 * <p>Spark's documentation names the tested ones (docs/index.md of each version). Beyond these: 3.3
 * and 3.4 fail on 21 (SPARK-42369), and before 4.2 file access dies from JDK 24 on, where {@code
 * Subject.getSubject} is gone (JEP 486).
 */
public final class JdkFit {
  private JdkFit() {}

  /**
   * Checks a pair.
   *
   * @return a warning where the pair works but Spark does not test it
   * @throws InputException if the pair cannot work
   */
  public static Optional<String> check(SparkVersion spark, JavaHome java) {
    int lowest = spark.atLeast(4, 0) ? 17 : 8;
    int highest = highest(spark);
    if (java.feature() < lowest || java.feature() > highest) {
      String range =
          highest == Integer.MAX_VALUE ? lowest + " or later" : lowest + " to " + highest;
      throw new InputException(
          "JDK " + java.feature(),
          "Spark " + spark.version() + " cannot run on it (" + java.path() + ")",
          "Use JDK 17, by JAVA_HOME or maven-toolchains-plugin; this Spark runs on " + range);
    }
    boolean tested = java.feature() <= 17 || spark.atLeast(4, 0);
    return tested
        ? Optional.empty()
        : Optional.of(
            "Spark "
                + spark.version()
                + " is not tested on JDK "
                + java.feature()
                + "; JDK 17 is the safe choice");
  }

  private static int highest(SparkVersion spark) {
    if (spark.atLeast(4, 2)) {
      return Integer.MAX_VALUE;
    }
    return spark.atLeast(3, 5) ? 23 : 20;
  }
}
