/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which Python, pandas and pyarrow go with which Spark and JDK.
 *
 * <p>The least Python is what each Spark's documentation names (docs/index.md), the tested range
 * that of the classifiers in its python/packaging/classic/setup.py; the least pandas and pyarrow
 * are read from the installed pyspark itself (pyspark/sql/pandas/utils.py).
 */
public final class PythonFit {
  /** A line of the table: a Spark from this version on, the least Python, the highest tested. */
  private record Line(int major, int minor, PythonVersion least, PythonVersion tested) {}

  private static final List<Line> LINES =
      List.of(
          new Line(4, 1, new PythonVersion(3, 10), new PythonVersion(3, 14)),
          new Line(4, 0, new PythonVersion(3, 9), new PythonVersion(3, 13)),
          new Line(3, 5, new PythonVersion(3, 8), new PythonVersion(3, 11)),
          new Line(3, 4, new PythonVersion(3, 7), new PythonVersion(3, 11)),
          new Line(3, 3, new PythonVersion(3, 7), new PythonVersion(3, 10)));

  private PythonFit() {}

  /**
   * Checks what is installed.
   *
   * @param java the feature release of the JDK that Spark runs on
   * @return warnings, of what works but is not tested by Spark
   * @throws InputException with all that cannot work
   */
  public static List<String> check(PythonFacts facts, SparkVersion spark, int java) {
    Problems problems = new Problems();
    List<String> warnings = new ArrayList<>();
    PythonVersion python = PythonVersion.of(facts.version());
    Line line = line(spark);
    problems.require(
        python.compareTo(line.least()) >= 0,
        "python/executable",
        "Python "
            + facts.version()
            + " ("
            + facts.executable()
            + ") is too old for Spark "
            + spark.version(),
        "Use Python " + line.least() + " to " + line.tested());
    // cloudpickle 2.0 of PySpark 3.3 cannot pickle functions of Python 3.11 (SPARK-41125).
    boolean unpickled = !spark.atLeast(3, 4) && python.compareTo(new PythonVersion(3, 11)) >= 0;
    problems.require(
        !unpickled,
        "python/executable",
        "PySpark "
            + spark.version()
            + " cannot send functions of Python "
            + facts.version()
            + " to its workers (SPARK-41125)",
        "Use Python " + line.least() + " to " + line.tested() + ", or Spark 3.4 or later");
    if (!unpickled && python.compareTo(line.tested()) > 0) {
      warnings.add(
          "Spark "
              + spark.version()
              + " is not tested on Python "
              + facts.version()
              + "; "
              + line.tested()
              + " is the newest that it is");
    }
    least(facts, spark, problems);
    checkPandas(facts, spark, java, problems);
    facts
        .packageVersion("pandas")
        .filter(version -> !spark.atLeast(4, 0) && PythonVersion.of(version).major() >= 3)
        .ifPresent(version -> warnings.add(withoutPandasApi(version, spark)));
    problems.throwIfAny();
    return warnings;
  }

  private static void least(PythonFacts facts, SparkVersion spark, Problems problems) {
    facts
        .minimums()
        .forEach(
            (name, least) ->
                facts
                    .packageVersion(name)
                    .filter(
                        version -> PythonVersion.of(version).compareTo(PythonVersion.of(least)) < 0)
                    .ifPresent(
                        version ->
                            problems.add(
                                "python/requirements",
                                name + " " + version + " is too old for PySpark " + spark.version(),
                                "Require " + name + ">=" + least + ", or leave it out")));
  }

  /** Measured with 3.1.1 and 3.5.5: pandas UDFs, toPandas and createDataFrame work. */
  private static String withoutPandasApi(String pandas, SparkVersion spark) {
    return "pyspark.pandas of Spark "
        + spark.version()
        + " cannot be imported beside pandas "
        + pandas
        + "; require pandas<3 where it is used";
  }

  private static void checkPandas(
      PythonFacts facts, SparkVersion spark, int java, Problems problems) {
    Optional<String> pandas = facts.packageVersion("pandas");
    problems.require(
        pandas.isEmpty()
            || spark.atLeast(3, 4)
            || PythonVersion.of(pandas.get()).compareTo(new PythonVersion(2, 0)) < 0,
        "python/requirements",
        "pandas "
            + pandas.orElse("")
            + " lacks iteritems, which PySpark "
            + spark.version()
            + " calls (SPARK-43194)",
        "Require pandas<2, or use Spark 3.4 or later");
    // The Arrow 12 of Spark 3.5 and its netty do not know Java 21's direct buffers (SPARK-42369).
    problems.require(
        pandas.isEmpty()
            || facts.packageVersion("pyarrow").isEmpty()
            || spark.atLeast(4, 0)
            || java < 21,
        "JDK " + java,
        "the exchange with pandas of PySpark " + spark.version() + " does not work on it",
        "Use JDK 17, by JAVA_HOME or maven-toolchains-plugin, or Spark 4");
  }

  private static Line line(SparkVersion spark) {
    return LINES.stream()
        .filter(line -> spark.atLeast(line.major(), line.minor()))
        .findFirst()
        .orElse(LINES.get(LINES.size() - 1));
  }
}
