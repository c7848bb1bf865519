/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunnerProblemsTest {
  private final ByteArrayOutputStream channel = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @TempDir private Path directory;

  @Test
  void namesEverythingThatIsWrongWithTheRequest() throws IOException {
    Path request = Files.write(directory.resolve("request.properties"), new byte[0]);
    assertThat(run(request.toString())).isEqualTo(2);
    assertThat(errors())
        .isEqualToIgnoringNewLines(
            "Job test runner: the request file "
                + request
                + " is not usable: 'classes' names no class; 'reportsDirectory' is missing");
    assertThat(channel.size()).isZero();
  }

  @Test
  void rejectsMissingArgument() {
    assertThat(run()).isEqualTo(2);
    assertThat(errors())
        .isEqualToIgnoringNewLines(
            "Job test runner: expects one argument, the path of the request file, but got 0");
  }

  @Test
  void saysNothingOfTheEndWhenReportCannotBeWritten() throws IOException {
    Path report = directory.resolve("TEST-" + Fixtures.Passing.class.getName() + ".xml");
    Files.createDirectories(report.resolve("in-the-way"));
    Path request = Requests.write(directory, directory, "Passing");
    assertThat(run(request.toString())).isEqualTo(2);
    assertThat(Events.in(channel.toByteArray())).containsExactly("class-started Passing");
    assertThat(errors()).contains(report.toString());
  }

  private int run(String... args) {
    return JobTestRunner.run(args, new EventChannel(channel), new PrintStream(errors, true));
  }

  private String errors() {
    return new String(errors.toByteArray(), StandardCharsets.UTF_8);
  }
}
