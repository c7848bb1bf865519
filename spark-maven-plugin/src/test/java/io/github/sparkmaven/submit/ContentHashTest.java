/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {
  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void writeJar() throws IOException {
    jar = Files.writeString(folder.resolve("job.jar"), "classes");
  }

  @Test
  void isTheSameForTheSameBytesAtAnotherTime() throws IOException {
    String before = hash(List.of("a"), Map.of("spark.a", "1"));
    Files.writeString(jar, "classes");

    assertThat(hash(List.of("a"), Map.of("spark.a", "1"))).isEqualTo(before).hasSize(16);
  }

  @Test
  void differsWithTheJar() throws IOException {
    String before = hash(List.of(), Map.of());
    Files.writeString(jar, "other classes");

    assertThat(hash(List.of(), Map.of())).isNotEqualTo(before);
  }

  @Test
  void differsWithTheArguments() {
    assertThat(hash(List.of("a", "b"), Map.of()))
        .isNotEqualTo(hash(List.of("ab"), Map.of()))
        .isNotEqualTo(hash(List.of("a", "b", ""), Map.of()))
        .isNotEqualTo(hash(List.of("b", "a"), Map.of()));
  }

  @Test
  void differsWithTheConfiguration() {
    assertThat(hash(List.of(), Map.of("spark.a", "1")))
        .isNotEqualTo(hash(List.of(), Map.of("spark.a", "2")))
        .isNotEqualTo(hash(List.of(), Map.of()));
  }

  @Test
  void differsWithWhatGoesAlong() {
    assertThat(ContentHash.of(with(List.of("hdfs:///a.jar"), List.of()), LayeredConf.empty()))
        .isNotEqualTo(
            ContentHash.of(with(List.of(), List.of("hdfs:///a.jar")), LayeredConf.empty()));
  }

  private Application with(List<String> jars, List<String> files) {
    return new Application(
        "job a.Main",
        jar.toString(),
        Optional.of(jar),
        Optional.of("a.Main"),
        List.of(),
        jars,
        files,
        List.of(),
        List.of());
  }

  private String hash(List<String> arguments, Map<String, String> conf) {
    return ContentHash.of(
        Application.ofJar(jar, "a.Main", arguments),
        LayeredConf.empty().with(Layer.PLUGIN, conf, "conf"));
  }
}
