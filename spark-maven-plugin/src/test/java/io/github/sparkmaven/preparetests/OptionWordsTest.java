/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.codehaus.plexus.util.cli.CommandLineUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionWordsTest {
  @Test
  void quotesOnlyWhatNeedsIt() {
    assertThat(
            OptionWords.commandLine(
                List.of("-XX:+UseSerialGC", "-Da=/the job/x", "-Dspark.master=local[2]")))
        .isEqualTo("-XX:+UseSerialGC \"-Da=/the job/x\" -Dspark.master=local[2]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Da=/plain",
        "-Da=/the job/target",
        "-Da=/two  blanks",
        "-Da=/it's/here",
        "-Da=/a\"b/c",
        "-Da=/a \"b' c",
        "-Da=/back\\slash",
        "-Da=local[2]",
        "-Da=#1",
        "-Da=/job@2",
        "-Da=${surefire.forkNumber}"
      })
  void survivesBeingSplitAgain(String option, @TempDir Path folder) throws Exception {
    String line = OptionWords.commandLine(List.of("-Dfirst=1", option, "-Dlast=1"));

    // What surefire and scalatest-maven-plugin split the line with.
    assertThat(CommandLineUtils.translateCommandline(line))
        .containsExactly("-Dfirst=1", option, "-Dlast=1");
    assertThat(propertyByFile(option, folder)).isEqualTo(option.substring("-Da=".length()));
  }

  /** Asks the java that reads such files. */
  private static String propertyByFile(String option, Path folder) throws Exception {
    Path file = folder.resolve("options");
    Files.writeString(file, OptionWords.argumentFile(List.of("-Dfirst=1", option)));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "@" + file,
                "-Xshare:auto",
                "-XshowSettings:properties",
                "-version")
            .redirectErrorStream(true)
            .start();
    String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(shown).isZero();
    return Stream.of(shown.split("\n", -1))
        .map(String::strip)
        .filter(line -> line.startsWith("a = "))
        .map(line -> line.substring("a = ".length()))
        .findFirst()
        .orElse("");
  }
}
