/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.InputException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A module's Python: what it needs, and the environment that it runs in.
 *
 * @param folder the module's
 * @param settings what is declared
 * @param environment reads an environment variable of this JVM
 */
public record PythonProject(
    Path folder, PythonSettings settings, Function<String, Optional<String>> environment) {

  /** Where environments are made, and how. */
  public record Workshop(Path cacheFolder, Path log, boolean offline, Consumer<String> progress) {}

  /**
   * Reads what the project needs beside Spark.
   *
   * @throws InputException if a file is missing or cannot be read
   */
  public Requirements requirements() {
    return new RequirementsReader(folder).read(settings.requirements());
  }

  /**
   * Returns the Spark version that the project's Python asks for: that of the interpreter's pyspark
   * where the environment is the user's, else the pin of the requirements.
   */
  public Optional<String> sparkVersion() {
    return switch (settings.kind()) {
      case VENV -> requirements().pysparkPin();
      case SYSTEM -> ofUser().packageVersion("pyspark");
    };
  }

  /** Returns pip's lines of all that the project needs, pyspark included. */
  public List<String> requirementLines(SparkVersion spark) {
    Requirements requirements = requirements();
    Stream<String> pinned =
        requirements.pysparkPin().isPresent()
            ? Stream.empty()
            : Stream.of(pyspark(requirements, spark));
    return Stream.concat(requirements.allLines(), pinned).toList();
  }

  /**
   * Returns the environment, which is made unless it is there.
   *
   * @param spark the project's Spark
   * @throws InputException if pyspark and the project's Spark do not fit, or a requirement cannot
   *     be resolved
   * @throws io.github.sparkmaven.problem.EnvironmentException if it cannot be had on this machine
   */
  public PythonEnvironment environment(SparkVersion spark, Workshop workshop) {
    return switch (settings.kind()) {
      case VENV -> made(spark, workshop);
      case SYSTEM -> environmentOfUser(spark);
    };
  }

  /** Returns the user's own environment. */
  PythonEnvironment environmentOfUser(SparkVersion spark) {
    return new PythonEnvironment(fitting(ofUser(), spark), "the user's own");
  }

  /**
   * Returns the interpreter that environments are made with.
   *
   * @throws InputException if there is none
   */
  public Path interpreter() {
    return new Interpreter(environment, folder).base(settings.executable());
  }

  /** Returns what the interpreter says that environments are made with. */
  PythonFacts base() {
    return Interpreter.facts(interpreter(), folder);
  }

  /** Returns what the environment of the requirements says, where it has been made. */
  Optional<PythonFacts> environmentIfMade(PythonFacts base, SparkVersion spark, Path cacheFolder) {
    Requirements requirements = requirements();
    requirements.pysparkPin().ifPresent(pin -> refuseMismatch(pin, spark, requirements.where()));
    return new VirtualEnvironments(cacheFolder, Clock.systemUTC())
        .ifMade(base, requirements, pyspark(requirements, spark), folder)
        .map(python -> Interpreter.facts(python, folder));
  }

  private PythonEnvironment made(SparkVersion spark, Workshop workshop) {
    Requirements requirements = requirements();
    requirements.pysparkPin().ifPresent(pin -> refuseMismatch(pin, spark, requirements.where()));
    PythonFacts base = base();
    PythonFit.check(
        new PythonFacts(base.executable(), base.version(), Map.of(), Optional.empty(), Map.of()),
        spark,
        0);
    Path python =
        new VirtualEnvironments(workshop.cacheFolder(), Clock.systemUTC())
            .of(
                base,
                requirements,
                pyspark(requirements, spark),
                new Pip(folder, workshop.log(), workshop.offline(), workshop.progress()));
    return new PythonEnvironment(
        fitting(Interpreter.facts(python, folder), spark), "made of " + requirements.where());
  }

  private static String pyspark(Requirements requirements, SparkVersion spark) {
    return "pyspark"
        + requirements.pysparkExtras().map(extras -> "[" + extras + "]").orElse("")
        + "=="
        + requirements.pysparkPin().orElse(released(spark));
  }

  private PythonFacts ofUser() {
    return Interpreter.facts(
        new Interpreter(environment, folder).ofUser(settings.executable()), folder);
  }

  private static PythonFacts fitting(PythonFacts facts, SparkVersion spark) {
    facts
        .packageVersion("pyspark")
        .ifPresent(version -> refuseMismatch(version, spark, facts.executable().toString()));
    return facts;
  }

  /** One process must not meet two Sparks: major and minor decide what fits. */
  private static void refuseMismatch(String pyspark, SparkVersion spark, String where) {
    if (!PythonVersion.of(pyspark).equals(new PythonVersion(spark.major(), spark.minor()))) {
      throw new InputException(
          "python/requirements",
          "pyspark "
              + pyspark
              + " ("
              + where
              + ") does not fit the project's Spark "
              + spark.version(),
          "Require pyspark==" + released(spark) + ", or change the project's Spark");
    }
  }

  /** Vendors' versions have more numbers than PyPI's. */
  private static String released(SparkVersion spark) {
    return spark.version().replaceFirst("^(\\d+\\.\\d+\\.\\d+).*", "$1");
  }
}
