/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Finding ERROR = Finding.error("host", "a", "b", "c");
  private static final Finding SOUND = Finding.ok("jdk", "d");
  private static final DoctorResult RESULT =
      new DoctorResult(
          List.of(
              ERROR,
              Finding.warning("disk", "e", "f", "g"),
              Finding.note("h", "i", "j"),
              SOUND,
              SOUND));

  @Test
  void tellsWhatWhyAndTheFix() {
    assertThat(Report.lines(ERROR)).containsExactly("host: a", "    why: b", "    fix: c");
    assertThat(Report.lines(SOUND)).containsExactly("ok    jdk: d");
    assertThat(Report.lines(Finding.note("h", "i", "j")))
        .containsExactly("note  h: i", "    why: j");
  }

  @Test
  void counts() {
    assertThat(Report.summary(RESULT)).isEqualTo("1 error, 1 warning, 1 note, 2 ok");
    assertThat(Report.summary(new DoctorResult(List.of(ERROR, ERROR)))).isEqualTo("2 errors");
    assertThat(RESULT.atLeast(Severity.WARNING)).hasSize(2);
    assertThat(RESULT.atLeast(Severity.ERROR)).containsExactly(ERROR);
  }

  @Test
  void writesJson() {
    assertThat(Report.json("job", new DoctorResult(List.of(ERROR))))
        .isEqualTo(
            """
            {
              "module" : "job",
              "counts" : {
                "error" : 1,
                "warning" : 0,
                "note" : 0,
                "ok" : 0
              },
              "findings" : [
                {
                  "id" : "host",
                  "severity" : "error",
                  "what" : "a",
                  "why" : "b",
                  "fix" : "c"
                }
              ]
            }
            """);
  }
}
