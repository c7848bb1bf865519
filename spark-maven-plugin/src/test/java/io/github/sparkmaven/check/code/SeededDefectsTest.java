/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.program.CompiledClasses;
import io.github.sparkmaven.program.JvmSettings;
import io.github.sparkmaven.program.code.ProgramCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs with faults, each marked on its line with {@code // BAD: rule}, between lines that only
 * look like it. What is found must be what is marked, no more and no less.
 */
class SeededDefectsTest {
  private static final Path SOURCES = Path.of("src/test/resources/check/code");
  private static final Pattern MARK = Pattern.compile("// BAD: ([\\w-]+)");

  @TempDir static Path folder;

  @BeforeAll
  static void compile() throws IOException, InterruptedException {
    List<String> java = new ArrayList<>();
    List<Path> scala = new ArrayList<>();
    for (Path source : sources()) {
      if (source.toString().endsWith(".java")) {
        java.add(Files.readString(source));
      } else {
        scala.add(source);
      }
    }
    CompiledClasses.compileWithSpark(folder, java.toArray(String[]::new));
    CompiledClasses.compileScalaWithSpark(folder, scala);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void findsWhatIsMarkedAndNothingElse(Path source) throws IOException {
    assertThat(found(source)).containsExactlyElementsOf(marked(source));
  }

  @Test
  void seedsEveryRule() throws IOException {
    List<String> seeded = new ArrayList<>();
    for (Path source : sources()) {
      marked(source).forEach(mark -> seeded.add(mark.substring(mark.indexOf(' ') + 1)));
    }

    assertThat(seeded)
        .hasSizeGreaterThan(60)
        .containsAll(CodeRules.all().stream().map(Rule::id).toList());
  }

  private static List<String> found(Path source) {
    String file = source.getFileName().toString();
    String name = file.substring(0, file.indexOf('.'));
    ProgramCode code =
        ProgramCode.of(List.of(folder), type -> type.equals(name) || type.startsWith(name + "$"));
    return CodeAdvice.of(
            code, Optional.of(name), JvmSettings.of(code, name), Manager.STANDALONE, false)
        .stream()
        .map(
            finding ->
                finding.place().file()
                    + ":"
                    + finding.place().line().orElse(0)
                    + " "
                    + finding.rule().id())
        .toList();
  }

  private static List<String> marked(Path source) throws IOException {
    List<String> marked = new ArrayList<>();
    List<String> lines = Files.readAllLines(source);
    for (int i = 0; i < lines.size(); i++) {
      String place = source.getFileName() + ":" + (i + 1) + " ";
      MARK.matcher(lines.get(i)).results().forEach(mark -> marked.add(place + mark.group(1)));
    }
    return marked;
  }
}
