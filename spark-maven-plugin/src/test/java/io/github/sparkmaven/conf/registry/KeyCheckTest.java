/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.problem.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCheckTest {
  private final Problems problems = new Problems();

  @ParameterizedTest
  @CsvSource({
    "spark.executor.memroy, spark.executor.memory",
    "spark.executor.core, spark.executor.cores",
    "spark.executor.Memory, spark.executor.memory",
    "spark.executormemory, spark.executor.memory",
    "spark.memory.executor, spark.executor.memory",
    "spark.executor.memory-overhead, spark.executor.memoryOverhead",
    "spark.sql.shuffle.partition, spark.sql.shuffle.partitions",
    "spark.shuffle.partitions, spark.sql.shuffle.partitions",
    "spark.shuffle.io.maxRetires, spark.shuffle.io.maxRetries",
    "spark.dynamicAlocation.enabeld.x, ",
    "spark.dynamicallocation.maxexecutors, spark.dynamicAllocation.maxExecutors",
    "spark.eventLogg.enabled, spark.eventLog.enabled",
    "spark.serialiser, spark.serializer",
    "spark.driver.extraJavaOption, spark.driver.extraJavaOptions",
    "spark.executorenv.FOO, spark.executorEnv.FOO",
    "spark.hadop.fs.s3a.access.key, spark.hadoop.fs.s3a.access.key",
    "spark.kubernetes.driver.lable.team, spark.kubernetes.driver.label.team"
  })
  void namesTheKeyThatWasMeant(String key, String meant) throws IOException {
    KeyFindings findings = check(key, "1");

    if (meant == null) {
      assertThat(findings.unverified()).containsExactly(key);
      assertThat(problems.none()).isTrue();
    } else {
      assertProblem(
          "conf/"
              + key
              + ": Spark knows no key "
              + key
              + " and would ignore it. Write "
              + meant
              + ", or add "
              + key
              + " to allowedKeys if it is the job's own");
      assertThat(findings.unverified()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.acme.input",
        "spark.acme.input.path1",
        "spark.app.date",
        "spark.cosmos.accountKey",
        "spark.databricks.delta.retentionDurationCheck.enabled",
        "spark.rapids.sql.enabled",
        "spark.mongodb.input.uri",
        "spark.input",
        "spark.sql.parquet.fs.optimized.committer.optimization-enabled",
        "spark.executor.memory2"
      })
  void letsAKeyPassThatNothingIsKnownOf(String key) throws IOException {
    KeyFindings findings = check(key, "x");

    assertThat(problems.none()).isTrue();
    assertThat(findings.unverified()).containsExactly(key);
    assertThat(findings.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.executorEnv.FOO",
        "spark.executor.resource.gpu.amount",
        "spark.hadoop.fs.s3a.access.key",
        "spark.kubernetes.driver.label.x",
        "spark.metrics.conf.driver.sink.jmx.class",
        "spark.sql.catalog.my.type",
        "spark.yarn.appMasterEnv.JAVA_HOME"
      })
  void verifiesAKeyByItsPrefix(String key) throws IOException {
    assertNothingSaid(check(key, "x"));
  }

  @Test
  void takesNoKeyOfAnotherVersionForAMisspeltOne() throws IOException {
    KeyRegistry older = SparkJars.registry("3.5.5");
    List<Setting> newer =
        SparkJars.registry("4.1.0").keys().values().stream()
            .filter(entry -> entry.origin() == KeyEntry.Origin.DEFINED)
            .filter(entry -> older.find(entry.key()).isEmpty())
            // spark.excludeOnFailure.application.fetchFailure.enabled without its third part.
            .filter(entry -> !entry.key().equals("spark.excludeOnFailure.application.enabled"))
            .map(entry -> setting(entry.key(), "x"))
            .toList();

    KeyFindings findings =
        new KeyCheck(older, Set.of()).check(newer, KeyCheckTest::where, problems);

    assertThat(newer).hasSizeGreaterThan(250);
    problems.throwIfAny();
    assertThat(findings.unverified()).hasSizeGreaterThan(250);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark.executor.memory | 1.5g | Give a whole number with a unit, b, k, m, g, t or p, as in"
            + " 512m; without a unit it is read as MiB",
        "spark.executor.cores | two | Give a whole number, as in 8",
        "spark.executor.cores | 3000000000 | Give a whole number, as in 8",
        "spark.dynamicAllocation.enabled | yes | Give true or false",
        "spark.memory.fraction | 0,6 | Give a number, as in 0.75",
        "spark.memory.fraction | NaN | Give a number, as in 0.75",
        "spark.network.timeout | 5 min | Give a whole number with a unit, us, ms, s, m, min, h or"
            + " d, as in 30s; without a unit it is read as seconds",
        "spark.sql.orc.impl | Native | Give one of hive, native",
        "spark.shuffle.io.maxRetries | some | Give a whole number, as in 8",
      })
  void refusesAValueThatSparkWouldRefuse(String key, String value, String fix) throws IOException {
    check(key, value);

    assertProblem("conf/" + key + ": '" + value + "' is a value that Spark refuses. " + fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark.executor.extraJavaOptions | -ea -Xmx4g | -Xmx4g out and give the heap as"
            + " spark.executor.memory",
        "spark.executor.defaultJavaOptions | -Dspark.a=b | -Dspark.a=b out and give it as a"
            + " setting of its own",
        "spark.driver.extraJavaOptions | -Xmx1g | -Xmx1g out and give the heap as"
            + " spark.driver.memory",
        "spark.driver.defaultJavaOptions | -Xmx1g | -Xmx1g out and give the heap as"
            + " spark.driver.memory",
        "spark.yarn.am.extraJavaOptions | -Xmx1g -Dspark.a=b | -Xmx1g out and give the heap as"
            + " spark.yarn.am.memory, and take -Dspark.a=b out and give it as a setting of its own",
      })
  void refusesJvmOptionsThatSparkForbids(String key, String value, String fix) throws IOException {
    check(key, value);

    assertProblem("conf/" + key + ": '" + value + "' is a value that Spark forbids. Take " + fix);
  }

  @ParameterizedTest
  @CsvSource({
    "spark.driver.extraJavaOptions, -Dspark.a=b -Xms1g",
    "spark.executor.extraJavaOptions, -Dlog=x -XX:+UseParallelGC",
    "spark.executor.memory, 500",
    "spark.executor.memory, 1G",
    "spark.executor.memory, ${heap}",
    "spark.executor.cores, ' 4 '",
    "spark.dynamicAllocation.enabled, TRUE",
    "spark.memory.fraction, 6e-1",
    "spark.network.timeout, 5min",
    "spark.sql.autoBroadcastJoinThreshold, -1",
    "spark.sql.orc.compression.codec, ZSTD",
    "spark.sql.orc.impl, native",
    "spark.jars, 'a.jar, b.jar'",
    "spark.master, yarn"
  })
  void acceptsWhatSparkAccepts(String key, String value) throws IOException {
    assertNothingSaid(check(key, value));
  }

  @Test
  void tellsTheReplacementOfADeprecatedKey() throws IOException {
    KeyFindings findings = check("spark.yarn.executor.memoryOverhead", "1g");

    assertThat(problems.none()).isTrue();
    assertThat(findings.warnings())
        .containsExactly(
            "conf/spark.yarn.executor.memoryOverhead: is deprecated since Spark 2.3. Use"
                + " spark.executor.memoryOverhead instead.");
  }

  @Test
  void refusesARemovedKeyUnlessItHasTheValueThatSparkStillAccepts() throws IOException {
    assertThat(check("spark.sql.parquet.int64AsTimestampMillis", "false").warnings())
        .containsExactly(
            "conf/spark.sql.parquet.int64AsTimestampMillis: was removed in Spark 3.0.0. The config"
                + " was deprecated since Spark 2.3.Use 'spark.sql.parquet.outputTimestampType'"
                + " instead of it.");
    assertThat(problems.none()).isTrue();

    check("spark.sql.parquet.int64AsTimestampMillis", "true");

    assertProblem(
        "conf/spark.sql.parquet.int64AsTimestampMillis: it was removed in Spark 3.0.0, which"
            + " refuses 'true'. Remove it. The config was deprecated since Spark 2.3.Use"
            + " 'spark.sql.parquet.outputTimestampType' instead of it.");
  }

  @ParameterizedTest
  @CsvSource({
    "executor.memory, spark.executor.memory",
    "sql.shuffle.partitions, spark.sql.shuffle.partitions",
    "Spark.executor.memory, spark.executor.memory"
  })
  void refusesAKeyOfSparkThatLacksThePrefix(String key, String meant) throws IOException {
    check(key, "1");

    assertProblem("conf/" + key + ": Spark drops a key without 'spark.' before it. Write " + meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fs.s3a.access.key | spark.hadoop.fs.s3a.access.key for Hadoop's configuration",
        "hive.exec.parallel | spark.hadoop.hive.exec.parallel for Hadoop's configuration",
        "acme.input | spark.acme.input if the job is to see it"
      })
  void warnsOfAKeyThatSparkDrops(String key, String instead) throws IOException {
    KeyFindings findings = check(key, "x");

    assertThat(problems.none()).isTrue();
    assertThat(findings.warnings())
        .containsExactly(
            "conf/" + key + ": Spark drops a key without 'spark.' before it; write " + instead);
  }

  @Test
  void letsAllowedKeysPassUnseen() throws IOException {
    Set<String> allowed = Set.of("spark.executor.memroy", "spark.executor.cor*", "my.*");
    List<String> keys = List.of("spark.executor.memroy", "spark.executor.core", "my.key");

    KeyFindings findings =
        new KeyCheck(SparkJars.registry("3.5.5"), allowed)
            .check(
                keys.stream().map(key -> setting(key, "x")).toList(),
                KeyCheckTest::where,
                problems);

    assertThat(problems.none()).isTrue();
    assertThat(findings).isEqualTo(new KeyFindings(keys, List.of()));
  }

  @Test
  void tellsOfAllSettingsAtOnce() throws IOException {
    List<Setting> settings =
        Stream.of(
                "spark.executor.memroy",
                "spark.executor.core",
                "spark.acme",
                "spark.executor.cores")
            .map(key -> setting(key, "two"))
            .toList();

    KeyFindings findings =
        new KeyCheck(SparkJars.registry("3.5.5"), Set.of())
            .check(settings, KeyCheckTest::where, problems);

    assertThat(findings.unverified()).containsExactly("spark.acme");
    assertThatThrownBy(problems::throwIfAny).hasMessageStartingWith("3 problems:\n");
  }

  private KeyFindings check(String key, String value) throws IOException {
    return new KeyCheck(SparkJars.registry("3.5.5"), Set.of())
        .check(List.of(setting(key, value)), KeyCheckTest::where, problems);
  }

  private void assertProblem(String message) {
    assertThatThrownBy(problems::throwIfAny).hasMessage(message);
  }

  private void assertNothingSaid(KeyFindings findings) {
    problems.throwIfAny();
    assertThat(findings).isEqualTo(new KeyFindings(List.of(), List.of()));
  }

  private static Setting setting(String key, String value) {
    return new Setting(key, value, Layer.PLUGIN, "", "");
  }

  private static String where(Setting setting) {
    return "conf/" + setting.key();
  }
}
