/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.runner.CaseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judges by facts alone; what compares data runs on a real Spark in whole builds. */
class CaseJudgeTest {
  @TempDir Path work;
  private final Properties asked = new Properties();
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(work.resolve("sums"));
    ask("log", work.resolve("sums.log").toString());
    Files.write(work.resolve("sums.log"), Arrays.asList("wrote 2 rows"));
  }

  @Test
  void passesAJobThatReturnedAndPrinted() throws IOException {
    ask("prints.0", "wrote 2");
    CaseFacts.returned(7).write(folder());

    assertThat(judged()).isEqualTo("PASSED: ");
  }

  @Test
  void failsAJobThatPrintedSomethingElse() throws IOException {
    ask("prints.0", "wrote 3");
    CaseFacts.returned(7).write(folder());

    assertThat(judged())
        .isEqualTo("FAILURE: it did not print 'wrote 3', see " + work.resolve("sums.log"));
  }

  @Test
  void isAnErrorWhereTheJobThrew() throws IOException {
    CaseFacts.threw(new IllegalStateException("no input"), 1, "the stack", 7).write(folder());

    assertThat(judged()).isEqualTo("ERROR: no input");
  }

  @Test
  void isAnErrorWhereTheJobEndedItsJvm() throws IOException {
    facts("end=exited", "exitCode=3", "millis=7");

    assertThat(judged())
        .isEqualTo(
            "ERROR: the job ended its JVM with exit code 3, see " + work.resolve("sums.log"));
  }

  @Test
  void passesAJobThatEndedItsJvmWell() throws IOException {
    facts("end=exited", "exitCode=0", "millis=7");

    assertThat(judged()).isEqualTo("PASSED: ");
  }

  @Test
  void isAnErrorWhereTheTimeWasUpEvenWhenAFailureIsExpected() throws IOException {
    ask("fails", "true");
    ask("timeoutMillis", "500");
    CaseFacts.timedOut(500).write(folder());

    assertThat(judged())
        .isEqualTo(
            "ERROR: it did not end within 500 ms; what each thread was at is in "
                + work.resolve("sums.log"));
  }

  @Test
  void isAnErrorWhereTheCaseWasNotRun() {
    assertThat(judged()).isEqualTo("ERROR: it was not run");
  }

  @Test
  void passesAFailureAsExpected() throws IOException {
    ask("fails", "true");
    ask("fails.exitCode", "1");
    ask("fails.message", "no input");
    CaseFacts.threw(new IllegalStateException("x"), 1, "caused by: no input", 7).write(folder());

    assertThat(judged()).isEqualTo("PASSED: ");
  }

  @Test
  void failsWhereAFailureIsExpectedAndTheJobEndsWell() throws IOException {
    ask("fails", "true");
    CaseFacts.returned(7).write(folder());

    assertThat(judged()).isEqualTo("FAILURE: it is expected to fail, and ended well");
  }

  @Test
  void failsWhereTheFailureIsAnother() throws IOException {
    ask("fails", "true");
    ask("fails.exitCode", "3");
    ask("fails.message", "no input");
    CaseFacts.threw(new IllegalStateException("x"), 1, "stack", 7).write(folder());

    assertThat(judged())
        .isEqualTo(
            "FAILURE: it is expected to fail with exit code 3, and had 1\n"
                + "it is expected to fail with 'no input', and failed with"
                + " java.lang.IllegalStateException: x, see "
                + work.resolve("sums.log"));
  }

  @Test
  void failsAJobThatEndedWellAlthoughAStageFailed() throws IOException {
    CaseFacts.returned(7).write(folder());
    Files.write(
        folder().resolve("failed-stages"), Arrays.asList("stage 2 (count at A.java:3): boom"));

    assertThat(judged())
        .isEqualTo(
            "FAILURE: the job ended well although a stage failed:"
                + " stage 2 (count at A.java:3): boom");

    ask("allowFailedStages", "true");
    assertThat(judged()).isEqualTo("PASSED: ");
  }

  @Test
  void tellsWhereAJobWroteThatWroteNothingAsAsked() throws IOException {
    output();
    CaseFacts.returned(7).write(folder());
    Files.write(folder().resolve("written-paths"), Arrays.asList("file:/tmp/x", "file:/tmp/x"));

    assertThat(judged())
        .isEqualTo(
            "FAILURE: output totals: the job wrote nothing to "
                + work.resolve("out")
                + "; it wrote to file:/tmp/x");
  }

  @Test
  void tellsHowAnExpectedFileIsWritten() throws IOException {
    output();
    Files.createDirectories(work.resolve("out"));
    Files.createFile(work.resolve("out/_SUCCESS"));
    CaseFacts.returned(7).write(folder());

    assertThat(judged())
        .isEqualTo(
            "FAILURE: output totals: there is no "
                + work.resolve("expected.csv")
                + "; -Dspark.maven.test.update writes it");
  }

  @Test
  void passesOnWhatTheCaseShouldNotHaveDone() throws IOException {
    CaseFacts.returned(7)
        .withNotes(Arrays.asList("it changed the default locale to de"))
        .write(folder());

    judged();

    assertThat(notes).containsExactly("sums: it changed the default locale to de");
  }

  private void output() {
    ask("outputs.0.name", "totals");
    ask("outputs.0.actual", work.resolve("out").toString());
    ask("outputs.0.expected", work.resolve("expected.csv").toString());
    ask("outputs.0.format", "csv");
    ask("outputs.0.expectedFormat", "csv");
  }

  private void facts(String... lines) throws IOException {
    Files.write(folder().resolve("facts.properties"), Arrays.asList(lines));
  }

  private void ask(String key, String value) {
    asked.setProperty("case.sums." + key, value);
  }

  private Path folder() {
    return work.resolve("sums");
  }

  private String judged() {
    OutputCheck outputs =
        new OutputCheck(
            () -> {
              throw new AssertionError("nothing is to be read");
            });
    CaseRequest request =
        new CaseRequest("sums", new Keys(asked, "").below("case").below("sums"), work);
    CaseResult result =
        new CaseJudge(outputs, false, (of, note) -> notes.add(of.name() + ": " + note))
            .judge(request);
    return result.verdict() + ": " + result.thrown().message();
  }
}
