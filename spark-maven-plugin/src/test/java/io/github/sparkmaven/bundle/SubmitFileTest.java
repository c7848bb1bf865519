/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.export.ExportExample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file {@code bin/submit}, with a shell script in the place of java. */
class SubmitFileTest {
  @TempDir Path folder;
  private Path script;

  @BeforeEach
  void unpack() throws IOException {
    Path bundle = new ExportExample(folder).unpacked();
    script = Files.move(bundle, folder.resolve("a bundle")).resolve("bin/submit");
  }

  @Test
  void runsTheMainClassWithItsOwnFolderAndEveryWord() throws Exception {
    Path java = java("openjdk version \"17.0.9\" 2023-10-17");

    Run run = run(script, Map.of("JAVA_HOME", java.toString()), "--conf", "a b", "", "$HOME");

    assertThat(run.code()).isEqualTo(7);
    String bundle = folder.toRealPath().resolve("a bundle").toString();
    assertThat(run.out().lines())
        .containsSubsequence(
            "-cp", bundle + "/lib/*", Main.class.getName(), bundle, "--conf", "a b", "", "$HOME");
  }

  @Test
  void findsItsFolderThroughLinks() throws Exception {
    Path java = java("openjdk version \"21\" 2023-09-19");
    Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), script);
    Path relative =
        Files.createSymbolicLink(
            Files.createDirectories(folder.resolve("links")).resolve("relative"),
            Path.of("../absolute"));

    for (Path link : List.of(absolute, relative)) {
      Run run = run(link, Map.of("JAVA_HOME", java.toString()));

      assertThat(run.out()).contains(folder.toRealPath().resolve("a bundle") + "/lib/*\n");
    }
  }

  @Test
  void takesTheJavaOfThePath() throws Exception {
    Path java = java("openjdk version \"17\" 2021-09-14");

    Run run = run(script, Map.of("PATH", java.resolve("bin") + ":" + System.getenv("PATH")));

    assertThat(run.code()).isEqualTo(7);
  }

  @Test
  void refusesAnOlderJava() throws Exception {
    Path java = java("java version \"1.8.0_402\"");

    Run run = run(script, Map.of("JAVA_HOME", java.toString()));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            java
                + "/bin/java is Java 8, and this script needs 17 or later. Set JAVA_HOME to one\n");
  }

  @Test
  void refusesAFolderWithoutJava() throws Exception {
    Run run = run(script, Map.of("JAVA_HOME", folder.toString()));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            "JAVA_HOME: '"
                + folder
                + "' has no bin/java. Give the folder of a JDK 17 or later, or unset it\n");
  }

  private Path java(String version) throws IOException {
    Path java = folder.resolve("jdk");
    Path file = Files.createDirectories(java.resolve("bin")).resolve("java");
    Files.writeString(
        file,
        "#!/bin/sh\nif [ \"$1\" = -version ]; then echo '"
            + version
            + "' >&2; exit; fi\nprintf '%s\\n' \"$@\"; exit 7\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return java;
  }

  private Run run(Path file, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, err);
  }

  private record Run(int code, String out, String err) {}
}
