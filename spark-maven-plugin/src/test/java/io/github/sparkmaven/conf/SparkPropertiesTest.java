/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkPropertiesTest {
  @TempDir Path folder;

  @Test
  void writesAKeyAndItsValueWithASpaceBetween() {
    assertThat(SparkProperties.line("spark.executor.memory", "11600m"))
        .isEqualTo("spark.executor.memory 11600m");
  }

  @Test
  void keepsAValueThatSparkReadersKnowReadable() {
    assertThat(SparkProperties.line("spark.hadoop.x", "a=b:c #d! \\e"))
        .isEqualTo("spark.hadoop.x a=b:c #d! \\\\e");
  }

  @Property(tries = 500)
  void survivesAnyString(@ForAll @NotEmpty String key, @ForAll String value) throws IOException {
    assertThat(load(SparkProperties.line(key, value))).isEqualTo(Map.of(key, value));
  }

  @Property(tries = 500)
  void survivesWhatPropertiesTreatSpecially(
      @ForAll("special") @NotEmpty String key, @ForAll("special") String value) throws IOException {
    assertThat(load(SparkProperties.line(key, value))).isEqualTo(Map.of(key, value));
  }

  @Property(tries = 100)
  void keepsLinesApart(@ForAll Map<@NotEmpty String, String> settings) throws IOException {
    String text =
        settings.entrySet().stream()
            .map(entry -> SparkProperties.line(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n"));

    assertThat(load(text)).isEqualTo(settings);
  }

  @Test
  void readsWhatSparkReads() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("spark-defaults.conf"),
            """
            # a comment
            spark.executor.memory   4g
            spark.app.name=größer \\
              als
            spark.empty
            java.home /opt/java
            spark.trailing  x \t
            """);

    assertThat(SparkProperties.read(file))
        .containsExactly(
            Map.entry("spark.app.name", "größer als"),
            Map.entry("spark.empty", ""),
            Map.entry("spark.executor.memory", "4g"),
            Map.entry("spark.trailing", "x"));
  }

  @Test
  void keepsEscapedLineBreaksAtTheEndsAsSparkDoes() throws IOException {
    Path file = folder.resolve("spark-defaults.conf");
    Files.writeString(file, "spark.a  \\n x \\r\\n \t\nspark.b \\u0001\n");

    assertThat(SparkProperties.read(file))
        .containsExactly(Map.entry("spark.a", "\n x \r\n"), Map.entry("spark.b", ""));
  }

  @Test
  void readsPastACommentThatIsNoUtf8() throws IOException {
    Path file = folder.resolve("spark-defaults.conf");
    Files.write(file, "# größer\nspark.a 1\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(SparkProperties.read(file)).containsExactly(Map.entry("spark.a", "1"));
  }

  @Test
  void tellsOfAFileThatIsMissing() {
    Path file = folder.resolve("none.conf");

    assertThatThrownBy(() -> SparkProperties.read(file))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("Cannot read " + file + ": " + file);
  }

  @Test
  void tellsOfABrokenEscape() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.conf"), "spark.x \\u12");

    assertThatThrownBy(() -> SparkProperties.read(file))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("Cannot read " + file + ": Malformed \\uxxxx encoding.");
  }

  @Provide
  Arbitrary<String> special() {
    return Arbitraries.strings().withChars(" \t\n\r\f\u000b\\=:#!ua0").ofMaxLength(8);
  }

  private static Map<Object, Object> load(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text + "\n"));
    return properties;
  }
}
