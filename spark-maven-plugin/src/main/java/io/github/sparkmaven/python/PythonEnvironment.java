/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.home.SparkHome;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An interpreter with its packages, which driver and workers run on.
 *
 * @param facts what it says of itself
 * @param origin where it was found or made, for the log
 */
public record PythonEnvironment(PythonFacts facts, String origin) {

  /** Returns the interpreter. */
  public Path executable() {
    return facts.executable();
  }

  /** Returns the Spark home that its pyspark package carries, where it has one. */
  public Optional<SparkHome> home() {
    return facts
        .pyspark()
        .map(folder -> new SparkHome(folder, "the pyspark package of " + executable()));
  }

  /** Returns the environment in words, for the log. */
  @Override
  public String toString() {
    return "Python "
        + facts.version()
        + facts.packageVersion("pyspark").map(version -> " with pyspark " + version).orElse("")
        + " ("
        + origin
        + ")";
  }
}
