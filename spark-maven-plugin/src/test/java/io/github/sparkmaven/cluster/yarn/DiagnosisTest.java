/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.yarn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those of a real YARN, shortened. */
class DiagnosisTest {
  private static final String NO_CONTEXT =
      """
      Application application_1_0004 failed 1 times (global limit =2; local limit is =1) due to AM \
      Container for appattempt_1_0004_000001 exited with  exitCode: 13
      Failing this attempt.Diagnostics: [2026-11-22 22:31:24.260]Exception from container-launch.
      Container id: container_1_0004_01_000001
      Exit code: 13

      [2026-11-22 22:31:42.266]Container exited with a non-zero exit code 13. Error file: prelaunch.err.
      Last 4096 bytes of prelaunch.err :
      Last 4096 bytes of stderr :
      26/11/22 22:31:23 ERROR ApplicationMaster: Uncaught exception:\s
      java.lang.IllegalStateException: User did not initialize spark context!
      \tat org.apache.spark.deploy.yarn.ApplicationMaster.runDriver(ApplicationMaster.scala:522)
      26/11/22 22:31:42 INFO ShutdownHookManager: Shutdown hook called
      """;
  private static final String THREW_BEFORE_CONTEXT =
      NO_CONTEXT
          + """
          26/11/22 22:31:41 INFO ApplicationMaster: Final app status: FAILED, exitCode: 13, \
          (reason: User class threw exception: java.lang.IllegalStateException: thrown by main
          \tat io.github.sparkmaven.yarn.job.Ending.main(Ending.java:20)
          )
          """;

  @Test
  void tellsTheProgramsOwnException() {
    Diagnosis diagnosis =
        new Diagnosis(
            """
            User class threw exception: org.apache.spark.SparkException: Job aborted
            \tat org.apache.spark.rdd.RDD.count(RDD.scala:1)
            Caused by: java.lang.IllegalStateException: thrown by a task
            \tat com.acme.Job.task(Job.java:3)
            """);

    assertThat(diagnosis.ofFailure(true))
        .isEqualTo(
            "the main class threw org.apache.spark.SparkException: Job aborted; caused by"
                + " java.lang.IllegalStateException: thrown by a task");
    assertThat(diagnosis.exitCode()).hasValue(15);
  }

  @Test
  void saysThatThereWasNoContext() {
    assertThat(new Diagnosis(NO_CONTEXT).ofFailure(true))
        .isEqualTo(
            "the program made no SparkContext on YARN: none at all, none in time"
                + " (spark.yarn.am.waitTime), or one of another master, as by"
                + " setMaster(\"local\") (exit code 13): java.lang.IllegalStateException: User did"
                + " not initialize spark context!");
    assertThat(new Diagnosis(NO_CONTEXT).exitCode()).hasValue(13);
  }

  @Test
  void findsTheExceptionThatStandardErrorEndsWith() {
    assertThat(new Diagnosis(THREW_BEFORE_CONTEXT).ofFailure(true))
        .isEqualTo("the main class threw java.lang.IllegalStateException: thrown by main");
  }

  @Test
  void saysThatTheMainClassIsMissing() {
    String text =
        "exited with  exitCode: 13\n(reason: Uncaught exception:"
            + " java.lang.ClassNotFoundException: no.Such\n\tat java.base/java.net";

    assertThat(new Diagnosis(text).ofFailure(true))
        .isEqualTo("the main class could not be run: java.lang.ClassNotFoundException: no.Such");
  }

  @Test
  void admitsThatYarnIsNotToldTheCodeOfAnExit() {
    Diagnosis diagnosis = new Diagnosis("Shutdown hook called before final status was reported.");

    assertThat(diagnosis.ofFailure(true))
        .contains("System.exit")
        .contains("not told the exit code");
    assertThat(diagnosis.exitCode()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'AM Container for appattempt_1 exited with  exitCode: -104', -104",
    "'User application exited with status 7', 7",
    "'Container exited with a non-zero exit code 137. Error file: prelaunch.err.', 137"
  })
  void findsTheExitCode(String text, int code) {
    assertThat(new Diagnosis(text).exitCode()).hasValue(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "N/A"})
  void saysThatThereIsNothingToSay(String text) {
    assertThat(new Diagnosis(text).ofFailure(true))
        .isEqualTo("YARN says no more than that it failed");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 12, 13, 14, 15, 16, 17, 50, 51, 52, 137, 143, -100, -102, -104})
  void explainsTheCodesOfAnApplicationMaster(int code) {
    assertThat(AmExitCode.meaning(code, true)).contains("exit code " + code);
  }

  @Test
  void doesNotExplainTheProgramsOwnCodes() {
    assertThat(AmExitCode.meaning(3, true)).isEmpty();
  }
}
