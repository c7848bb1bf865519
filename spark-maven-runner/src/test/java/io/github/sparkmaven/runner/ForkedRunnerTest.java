/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the runner as the plugin does, in a JVM of its own. */
final class ForkedRunnerTest {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir private Path directory;

  @Test
  void keepsOutputOfTestsOutOfTheChannel() throws Exception {
    assertThat(fork(CLASS_PATH, "Noisy", "Failing")).isZero();
    assertThat(events())
        .containsExactly(
            "class-started Noisy",
            "class-finished Noisy 1 0 0 0",
            "class-started Failing",
            "test-failed Failing fails failure org.opentest4j.AssertionFailedError: expected: 2",
            "class-finished Failing 1 1 0 0",
            "finished 2 1 0 0");
    assertThat(errors()).contains("finished\t9\t9\t9\t9", "no line end");
    assertThat(reportOf("Noisy")).exists();
    assertThat(reportOf("Failing")).exists();
  }

  @Test
  void setsTheSystemPropertiesOfTheRequest() throws Exception {
    assertThat(fork(CLASS_PATH, "ReadsSystemProperty")).isZero();
    assertThat(events()).endsWith("finished 1 0 0 0");
  }

  @Test
  void endsThoughTestLeftThread() throws Exception {
    assertThat(fork(CLASS_PATH, "LeavesThread")).isZero();
    assertThat(events())
        .containsExactly(
            "class-started LeavesThread",
            "class-finished LeavesThread 1 0 0 0",
            "finished 1 0 0 0");
  }

  @Test
  void saysNothingOfTheEndWhenTestExits() throws Exception {
    assertThat(fork(CLASS_PATH, "Passing", "Exits", "Failing")).isZero();
    assertThat(events())
        .containsExactly(
            "class-started Passing", "class-finished Passing 2 0 0 0", "class-started Exits");
    assertThat(reportOf("Passing")).exists();
    assertThat(reportOf("Exits")).doesNotExist();
  }

  @Test
  void namesTheMissingLauncher() throws Exception {
    assertThat(fork(Paths.get("target", "classes").toString(), "Passing")).isEqualTo(2);
    assertThat(events()).isEmpty();
    assertThat(errors())
        .contains("The test class path needs org.junit.platform:junit-platform-launcher");
  }

  private int fork(String classPath, String... fixtures) throws Exception {
    Path request = Requests.write(directory, directory.resolve("new/reports"), fixtures);
    Process process =
        new ProcessBuilder(
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                "io.github.sparkmaven.runner.JobTestRunner",
                request.toString())
            .redirectOutput(directory.resolve("channel").toFile())
            .redirectError(directory.resolve("errors").toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> events() throws IOException {
    return Events.in(Files.readAllBytes(directory.resolve("channel")));
  }

  private String errors() throws IOException {
    return new String(Files.readAllBytes(directory.resolve("errors")), StandardCharsets.UTF_8);
  }

  private Path reportOf(String fixture) {
    return directory.resolve(
        "new/reports/TEST-" + Fixtures.class.getName() + "$" + fixture + ".xml");
  }
}
