/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FailureTextTest {
  private static final Application JOB =
      Application.ofJar(Path.of("job.jar"), "com.acme.Clustering", List.of());
  private static final Path LOG = Path.of("/builds/acme/driver.log");

  @Test
  void tellsCauseCodeLogAndNextStep() {
    assertThat(
            FailureText.of(
                JOB,
                "failed",
                OptionalInt.of(1),
                Optional.of(new RootCause("java.lang.IllegalStateException: boom", "Mend it")),
                LOG,
                "mvn spark:logs"))
        .isEqualTo(
            """
            job com.acme.Clustering: failed with exit code 1
                Cause: java.lang.IllegalStateException: boom
                Fix:   Mend it
                Log:   /builds/acme/driver.log
                Next:  mvn spark:logs\
            """);
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(
            FailureText.of(
                JOB, "was killed on the cluster", OptionalInt.empty(), Optional.empty(), LOG, ""))
        .isEqualTo(
            "job com.acme.Clustering: was killed on the cluster\n"
                + "    Log:   /builds/acme/driver.log");
  }

  @Test
  void saysWhatASignalsExitCodeMeans() {
    assertThat(FailureText.of(JOB, "failed", OptionalInt.of(137), Optional.empty(), LOG, ""))
        .contains("with exit code 137\n    Cause: The driver was killed (SIGKILL): by the out-of-");
  }

  @Test
  void isNeverLongerThanFiveLines() {
    String text =
        FailureText.of(
            JOB,
            "failed",
            OptionalInt.of(1),
            Optional.of(new RootCause("a\r\n\n  b\nc", "x".repeat(5000))),
            LOG,
            "one\ntwo");

    assertThat(text.lines())
        .hasSize(5)
        .contains("    Cause: a b c", "    Fix:   " + "x".repeat(400) + " …", "    Next:  one two");
  }
}
