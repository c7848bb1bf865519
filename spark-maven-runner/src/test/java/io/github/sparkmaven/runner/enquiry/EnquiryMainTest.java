/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The JVM itself; questions of a cluster are asked where there is one. */
@DisabledOnOs(OS.WINDOWS)
class EnquiryMainTest {
  private Process process;
  private BufferedReader answers;

  @BeforeEach
  void start() throws IOException {
    process =
        new ProcessBuilder(
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EnquiryMain.class.getName(),
                "yarn")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void outlivesCtrlCUntilItsInputEnds() throws Exception {
    assertThat(ask("report")).startsWith("\u0001failed\t");

    new ProcessBuilder("kill", "-INT", pid()).inheritIO().start().waitFor();
    new ProcessBuilder("kill", "-HUP", pid()).inheritIO().start().waitFor();
    assertThat(ask("report")).startsWith("\u0001failed\t");

    process.getOutputStream().close();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void saysThatAQuestionCameTooEarly() throws IOException {
    assertThat(ask("report\tapplication_1_0001"))
        .isEqualTo("\u0001failed\tjava.lang.IllegalStateException%3A+not+opened");
  }

  private String ask(String line) throws IOException {
    OutputStream questions = process.getOutputStream();
    questions.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    questions.flush();
    return answers.readLine();
  }

  // Process.pid() is not in Java 8.
  private String pid() {
    String text = process.toString();
    return text.replaceAll(".*pid=(\\d+).*", "$1");
  }
}
