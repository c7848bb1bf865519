/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.stream.Stream;

/** What Python workers and the exchange with pandas need. */
final class PythonRules implements Rule {
  private static final String ENVIRONMENT = DOCS + "configuration.html#runtime-environment";

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    return facts.language() == Language.PYTHON
        ? Stream.of(hashSeed(facts), threads(facts), arrow(facts)).flatMap(part -> part)
        : Stream.empty();
  }

  /**
   * A classic PySpark driver gives its workers 0 by itself (python/pyspark/context.py); a Spark
   * Connect server gives them an empty environment (SparkConnectPlanner.scala), so that they take
   * the executor's.
   */
  private static Stream<Setting> hashSeed(RuleFacts facts) {
    return Rule.when(
        facts.onCluster(),
        Rule.line(
            "spark.executorEnv.PYTHONHASHSEED",
            "0",
            "Python salts the hash of a text in each process: the same key must have the same hash"
                + " in the workers of all "
                + facts.executors().count()
                + " executors, those of Spark Connect too; Spark 3.3 to 4.x",
            ENVIRONMENT));
  }

  /** Up to 3.4 each worker is told the executor's cores, from 3.5 the task's (PythonRunner). */
  private static Stream<Setting> threads(RuleFacts facts) {
    int cores = facts.executors().cores();
    return Rule.when(
        facts.onCluster() && !facts.spark().atLeast(3, 5) && cores > 1,
        Rule.line(
            "spark.executorEnv.OMP_NUM_THREADS",
            "1",
            "Spark would give every worker as many threads as the executor has cores: "
                + cores
                + " workers x "
                + cores
                + " threads = "
                + (long) cores * cores
                + " on "
                + cores
                + " cores; a task has 1 core; Spark 3.3 and 3.4, the default from 3.5",
            SOURCES + "core/src/main/scala/org/apache/spark/api/python/PythonRunner.scala"));
  }

  /** The Arrow of Spark 3 does not work on Java 21; without pyarrow Spark falls back by itself. */
  private static Stream<Setting> arrow(RuleFacts facts) {
    boolean works = facts.spark().atLeast(4, 0) || facts.javaVersion() < 21;
    return Rule.when(
        works && facts.kind() != WorkloadKind.STREAMING,
        Rule.line(
            "spark.sql.execution.arrow.pyspark.enabled",
            "true",
            "toPandas and createDataFrame move columns instead of pickled rows; where pyarrow is"
                + " missing Spark falls back; the default is false in Spark 3.3 to 4.1",
            DOCS + "configuration.html#runtime-sql-configuration"));
  }
}
