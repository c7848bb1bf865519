/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.registry.KeyEntry.Origin;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryReaderTest {
  // The entries' own names are worked out from a constant of a class that has nothing else to do
  // with keys, so that it is not looked into; the prefix spark.sql.catalog. covers them.
  private static final List<String> NOT_READ =
      List.of("spark.sql.catalog.spark_catalog", "spark.sql.catalog.spark_catalog.defaultDatabase");

  /**
   * The resources hold what the registry of a running Spark holds, {@code ConfigEntry.knownConfigs}
   * and {@code SQLConf.getConfigEntries} once its classes are loaded, with the types and units that
   * its entries show when they are given a value.
   */
  @ParameterizedTest
  @ValueSource(strings = {"3.5.5", "4.1.0"})
  void findsEveryEntryOfARunningSparkWithItsTypeAndUnit(String version) throws IOException {
    KeyRegistry registry = SparkJars.registry(version);
    List<String> different = new ArrayList<>();
    List<String> real = entries(version);
    for (String line : real) {
      String[] fields = line.split("\t", -1);
      String unit = fields.length > 2 ? fields[2] : "";
      boolean same =
          registry
              .find(fields[0])
              .filter(entry -> entry.origin() == Origin.DEFINED)
              .filter(entry -> entry.type().name().equals(fields[1]))
              .filter(entry -> unit.isEmpty() || entry.unit().equals(unit))
              .isPresent();
      if (!same && !NOT_READ.contains(fields[0])) {
        different.add(line + " but is " + registry.find(fields[0]));
      }
    }

    assertThat(real).hasSizeGreaterThan(1000);
    assertThat(different).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.5.5", "4.1.0"})
  void knowsTheKeysThatSparkReadsWithoutAnEntry(String version) throws IOException {
    assertThat(SparkJars.registry(version).keys())
        .containsKeys(
            "spark.app.name",
            "spark.default.parallelism",
            "spark.local.dir",
            "spark.master",
            "spark.python.worker.memory",
            "spark.stage.maxConsecutiveAttempts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.5.5", "4.1.0"})
  void findsTheOpenPrefixesAndNotThoseThatSparkOnlyFiltersBy(String version) throws IOException {
    assertThat(SparkJars.registry(version).prefixes())
        .contains("spark.hadoop.", "spark.executorEnv.", "spark.kubernetes.driver.label.")
        .doesNotContain("spark.sql.", "spark.executor.", "spark.kubernetes.", "spark.yarn.");
  }

  @Test
  void readsTheValuesOfASetThatIsWrittenOut() throws IOException {
    KeyRegistry registry = SparkJars.registry("4.1.0");

    assertThat(registry.find("spark.sql.orc.impl").orElseThrow().values())
        .containsExactly("hive", "native");
    assertThat(registry.find("spark.sql.orc.impl").orElseThrow().anyCase()).isFalse();
    assertThat(registry.find("spark.sql.orc.compression.codec").orElseThrow().anyCase()).isTrue();
    // This set is worked out by Spark's code.
    assertThat(registry.find("spark.sql.storeAssignmentPolicy").orElseThrow().values()).isEmpty();
  }

  @Test
  void readsWhatIsDeprecatedAndWhatIsRemoved() throws IOException {
    KeyRegistry registry = SparkJars.registry("3.5.5");

    assertThat(registry.retired())
        .containsEntry(
            "spark.yarn.executor.memoryOverhead",
            new RetiredKey(
                "spark.yarn.executor.memoryOverhead",
                "2.3",
                "Use spark.executor.memoryOverhead instead.",
                Optional.empty()))
        .containsEntry(
            "spark.sql.execution.arrow.enabled",
            new RetiredKey(
                "spark.sql.execution.arrow.enabled",
                "3.0",
                "Use 'spark.sql.execution.arrow.pyspark.enabled' instead of it.",
                Optional.empty()));
    assertThat(registry.retired())
        .extractingByKey("spark.sql.parquet.int64AsTimestampMillis")
        .extracting(RetiredKey::refusedUnless)
        .isEqualTo(Optional.of("false"));
  }

  @Test
  void readsOlderNamesListsAndFallbacks() throws IOException {
    KeyRegistry registry = SparkJars.registry("3.5.5");

    assertThat(registry.find("spark.storage.blockManagerSlaveTimeoutMs").orElseThrow())
        .isEqualTo(
            registry
                .find("spark.storage.blockManagerHeartbeatTimeoutMs")
                .orElseThrow()
                .as("spark.storage.blockManagerSlaveTimeoutMs", Origin.ALTERNATIVE));
    assertThat(registry.find("spark.jars").orElseThrow().list()).isTrue();
    assertThat(registry.find("spark.driver.blockManager.port").orElseThrow().type())
        .isEqualTo(ValueType.INT);
  }

  @Test
  void refusesAJarThatIsNone(@TempDir Path folder) throws IOException {
    Path jar = Files.writeString(folder.resolve("spark-core.jar"), "no jar");

    assertThatThrownBy(() -> RegistryReader.read(List.of(jar)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot read Spark's keys from " + jar + ": ");
  }

  private static List<String> entries(String version) throws IOException {
    String name = "spark-" + version + "-entries.tsv";
    try (InputStream stream = RegistryReaderTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
