/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the Spark home to use: {@code sparkHome}, else a fitting {@code SPARK_HOME}, else one that
 * is assembled.
 */
public final class SparkHomeFinder {
  private static final Pattern CORE_JAR =
      Pattern.compile("spark-core_([\\d.]+)-(\\d+\\.\\d+)[.-].*jar");

  private final SparkVersion version;
  private final Function<String, Optional<String>> environment;

  /**
   * Looks for a home of one Spark version.
   *
   * @param environment reads an environment variable
   */
  public SparkHomeFinder(SparkVersion version, Function<String, Optional<String>> environment) {
    this.version = version;
    this.environment = environment;
  }

  /**
   * Returns the home, or nothing when one has to be assembled.
   *
   * @param declared the {@code sparkHome} parameter
   * @throws InputException if the declared folder is no Spark home
   */
  public Optional<SparkHome> find(Optional<Path> declared) {
    if (declared.isPresent()) {
      return Optional.of(declaredHome(declared.get()));
    }
    return environment
        .apply("SPARK_HOME")
        .map(Path::of)
        .filter(home -> majorMinor(home).filter(this::fits).isPresent())
        .map(home -> new SparkHome(home, "SPARK_HOME"));
  }

  private SparkHome declaredHome(Path home) {
    Optional<String> found = majorMinor(home);
    if (found.isEmpty()) {
      throw new InputException(
          "sparkHome",
          "'" + home + "' is no Spark home: it has no bin/spark-submit or no jars/spark-core_*.jar",
          "Give the folder of a Spark distribution, or remove it to have one assembled");
    }
    if (!fits(found.get())) {
      throw new InputException(
          "sparkHome",
          "'" + home + "' holds Spark " + found.get() + ", and the project uses " + version,
          "Give a home of Spark " + wanted() + ", or change the project's dependencies");
    }
    return new SparkHome(home, "sparkHome");
  }

  private String wanted() {
    return version.major() + "." + version.minor() + " (Scala " + version.scalaVersion() + ")";
  }

  private boolean fits(String majorMinor) {
    return majorMinor.equals(wanted());
  }

  private static Optional<String> majorMinor(Path home) {
    Path jars = home.resolve("jars");
    if (!Files.isRegularFile(home.resolve("bin/spark-submit")) || !Files.isDirectory(jars)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(jars)) {
      return files
          .map(file -> CORE_JAR.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(form -> form.group(2) + " (Scala " + form.group(1) + ")")
          .findFirst();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot list " + jars + ": " + e, e);
    }
  }
}
