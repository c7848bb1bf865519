/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KeyDetails.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {
  @TempDir private Path folder;

  /** The values are what the entries of a running Spark of each version said. */
  @ParameterizedTest
  @CsvSource({
    "3.5.5, spark.executor.memory, 1g",
    "3.5.5, spark.executor.cores, 1",
    "3.5.5, spark.eventLog.compress, false",
    "4.1.0, spark.eventLog.compress, true",
    "4.1.0, spark.eventLog.rolling.enabled, true",
    "3.5.5, spark.memory.fraction, 0.6",
    "3.5.5, spark.network.timeout, 120s",
    "3.5.5, spark.serializer, org.apache.spark.serializer.JavaSerializer",
    "3.5.5, spark.sql.shuffle.partitions, 200",
    "3.5.5, spark.shuffle.file.buffer, 32k",
    "3.5.5, spark.scheduler.listenerbus.eventqueue.capacity, 10000",
    "3.5.5, spark.jars, ''",
  })
  void readsTheDefault(String version, String key, String value) throws IOException {
    assertThat(details(version).get(key))
        .extracting(KeyDetails::defaultValue)
        .isEqualTo(Optional.of(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.5.5", "4.1.0"})
  void claimsNoDefaultThatIsWorkedOutOrThatABranchDecides(String version) throws IOException {
    Map<String, KeyDetails> details = details(version);

    for (String key :
        List.of(
            "spark.sql.session.timeZone",
            "spark.sql.execution.pyspark.udf.simplifiedTraceback.enabled")) {
      assertThat(details.get(key)).extracting(KeyDetails::hasDefault).as(key).isEqualTo(true);
      assertThat(details.get(key))
          .extracting(KeyDetails::defaultValue)
          .as(key)
          .isEqualTo(Optional.empty());
    }
    assertThat(details.get("spark.executor.memoryOverhead"))
        .extracting(KeyDetails::hasDefault)
        .isEqualTo(false);
    assertThat(details.values())
        .filteredOn(entry -> entry.defaultValue().isPresent())
        .hasSizeGreaterThan(850);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.5.5", "4.1.0"})
  void tellsWhoReadsAKeyAndWhatSparkSaysOfIt(String version) throws IOException {
    Map<String, KeyDetails> details = details(version);

    assertThat(details.get("spark.executor.memory"))
        .isEqualTo(
            new KeyDetails(
                "spark.executor.memory",
                Kind.CORE,
                true,
                Optional.of("1g"),
                Optional.empty(),
                "Amount of memory to use per executor process, in MiB unless otherwise specified.",
                "0.7.0",
                false,
                List.of()));
    assertThat(details.get("spark.sql.warehouse.dir"))
        .extracting(KeyDetails::kind)
        .isEqualTo(Kind.SQL_STATIC);
    assertThat(details.get("spark.sql.shuffle.partitions"))
        .extracting(KeyDetails::kind)
        .isEqualTo(Kind.SQL_RUNTIME);
    assertThat(details.get("spark.dynamicAllocation.sustainedSchedulerBacklogTimeout"))
        .extracting(KeyDetails::fallback)
        .isEqualTo(Optional.of("spark.dynamicAllocation.schedulerBacklogTimeout"));
    assertThat(details.get("spark.sql.files.openCostInBytes"))
        .extracting(KeyDetails::internal)
        .isEqualTo(true);
    assertThat(details.values())
        .filteredOn(entry -> !entry.documentation().isEmpty())
        .hasSizeGreaterThan(750);
  }

  @Test
  void readsWhatItWroteAndTheJarsOnlyOnce() throws IOException {
    SparkVersion version = new SparkVersion("3.5.5", "2.12");
    List<Path> jars =
        SparkJars.of("3.5.5").stream()
            .filter(jar -> jar.getFileName().toString().startsWith("spark-yarn"))
            .toList();
    KnownKeys read = KnownKeys.of(version, jars, folder);
    Path cached = KeyDetailsFile.path(version, jars, folder);

    assertThat(KeyDetailsFile.read(cached)).contains(read.details());
    assertThat(read.details("spark.yarn.queue").orElseThrow().defaultValue()).contains("default");
    assertThat(KeyRegistryFile.path(version, jars, folder)).as("by the same reading").exists();
    KeyDetails queue = read.details("spark.yarn.queue").orElseThrow();
    KeyDetailsFile.write(cached, Map.of(queue.key(), queue));
    assertThat(KnownKeys.of(version, jars, folder).details()).hasSize(1);
    Files.writeString(cached, "spark-key-details 1 7\n");
    assertThat(KnownKeys.of(version, jars, folder)).isEqualTo(read);
  }

  @Test
  void keepsValuesWithBreaksAndTabs() {
    KeyDetails details =
        new KeyDetails(
            "spark.a",
            Kind.CORE,
            true,
            Optional.of("a\tb\\n\n\r"),
            Optional.of("spark.b"),
            "Two\n  lines.",
            "1.0",
            true,
            List.of("spark.c", "spark.d"));
    Path file = folder.resolve("details.tsv");
    KeyDetailsFile.write(file, Map.of("spark.a", details));

    assertThat(KeyDetailsFile.read(file).orElseThrow())
        .containsExactly(Map.entry("spark.a", details));
    assertThat(details.documentation()).isEqualTo("Two lines.");
  }

  private static Map<String, KeyDetails> details(String version) throws IOException {
    return SparkJars.known(version).details();
  }
}
