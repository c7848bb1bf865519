/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KeyEntry.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRegistryFileTest {
  private static final SparkVersion VERSION = new SparkVersion("3.5.5", "2.12");
  private static final KeyRegistry REGISTRY =
      new KeyRegistry(
          Map.of(
              "spark.a.size",
              new KeyEntry(
                  "spark.a.size", Origin.DEFINED, ValueType.BYTES, "MiB", true, List.of(), false),
              "spark.a.mode",
              new KeyEntry(
                  "spark.a.mode",
                  Origin.ALTERNATIVE,
                  ValueType.STRING,
                  "",
                  false,
                  List.of("IPv4", "IPv4,IPv6"),
                  true)),
          Set.of("spark.env."),
          Map.of(
              "spark.old",
              new RetiredKey("spark.old", "3.0", "Use\n  spark.new.", Optional.empty()),
              "spark.gone",
              new RetiredKey("spark.gone", "3.1", "", Optional.of(""))));

  @TempDir private Path folder;

  @Test
  void readsWhatItWrote() {
    Path file = folder.resolve("registry/keys.tsv");
    KeyRegistryFile.write(file, REGISTRY);

    assertThat(KeyRegistryFile.read(file)).contains(REGISTRY);
  }

  @Test
  void readsAFileThatIsAbsentCutOffOrForeignAsNone() throws IOException {
    Path file = folder.resolve("keys.tsv");
    assertThat(KeyRegistryFile.read(file)).isEmpty();

    KeyRegistryFile.write(file, REGISTRY);
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.lastIndexOf("R\t")));
    assertThat(KeyRegistryFile.read(file)).isEmpty();

    Files.writeString(file, whole.replaceFirst("spark-keys 1", "spark-keys 0"));
    assertThat(KeyRegistryFile.read(file)).isEmpty();

    Files.writeString(file, "spark-keys 1 1\nK\tspark.a\n");
    assertThat(KeyRegistryFile.read(file)).isEmpty();

    Files.write(file, new byte[] {(byte) 0xc3, 0x28, 0x0a});
    assertThat(KeyRegistryFile.read(file)).isEmpty();
  }

  @Test
  void keepsARegistryForEachVersionAndSetOfJars() throws IOException {
    Path core = Files.writeString(folder.resolve("spark-core.jar"), "a");
    Path sql = Files.writeString(folder.resolve("spark-sql.jar"), "b");
    Path both = KeyRegistryFile.path(VERSION, List.of(core, sql), folder);

    assertThat(both.getParent()).isEqualTo(folder.resolve("registry"));
    assertThat(both.getFileName().toString()).matches("3\\.5\\.5-2\\.12-[0-9a-f]{16}\\.tsv");
    assertThat(KeyRegistryFile.path(VERSION, List.of(sql, core), folder)).isEqualTo(both);
    assertThat(KeyRegistryFile.path(VERSION, List.of(sql), folder)).isNotEqualTo(both);
    Files.writeString(sql, "changed");
    assertThat(KeyRegistryFile.path(VERSION, List.of(core, sql), folder)).isNotEqualTo(both);
  }

  @Test
  void readsTheJarsOnlyOnce() throws IOException {
    List<Path> jars =
        SparkJars.of("3.5.5").stream()
            .filter(jar -> jar.getFileName().toString().startsWith("spark-yarn"))
            .toList();
    KeyRegistry read = KeyRegistry.of(VERSION, jars, folder);
    Path cached = KeyRegistryFile.path(VERSION, jars, folder);
    assertThat(cached).exists();

    assertThat(KeyRegistry.of(VERSION, jars, folder)).isEqualTo(read);
    assertThat(read.find("spark.yarn.queue")).isPresent();
    KeyRegistryFile.write(cached, REGISTRY);
    assertThat(KeyRegistry.of(VERSION, jars, folder).find("spark.yarn.queue")).isEmpty();
    Files.writeString(cached, "spark-keys 1 7\n");
    assertThat(KeyRegistry.of(VERSION, jars, folder)).isEqualTo(read);
  }
}
