/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class SubmitLogTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Log log =
      new SystemStreamLog() {
        @Override
        public void info(CharSequence content) {
          stream.print("[INFO] " + content + "\n");
        }

        @Override
        public void warn(CharSequence content) {
          stream.print("[WARNING] " + content + "\n");
        }
      };

  @Test
  void writesProgressAsLinesWhereThereIsNoTerminal() {
    SubmitLog plain = new SubmitLog(log, Optional.empty());
    plain.progress("Stage 1 of 2");
    plain.progress("Stage 2 of 2");
    plain.progress("");

    assertThat(written()).isEqualTo("[INFO] Stage 1 of 2\n[INFO] Stage 2 of 2\n");
  }

  @Test
  void writesOneLineOverAndOverOnATerminal() {
    SubmitLog terminal = new SubmitLog(log, Optional.of(stream));
    terminal.progress("Stage 1");
    terminal.progress("Stage 2");

    assertThat(written()).isEqualTo("[INFO] Stage 1" + erased(14) + "[INFO] Stage 2");
  }

  @Test
  void takesTheLineBackBeforeAnyOther() {
    SubmitLog terminal = new SubmitLog(log, Optional.of(stream));
    terminal.progress("Stage 1");
    terminal.printed("centres: 2");
    terminal.progress("Stage 1");
    terminal.noted("Application app-1");
    terminal.progress("Stage 1");
    terminal.warned("careful");
    terminal.progress("Stage 1");
    terminal.progress("");
    terminal.progress("");

    String stage = "[INFO] Stage 1" + erased(14);
    assertThat(written())
        .isEqualTo(
            stage
                + "[INFO] centres: 2\n"
                + stage
                + "[INFO] Application app-1\n"
                + stage
                + "[WARNING] careful\n"
                + stage);
  }

  @Test
  void cutsALineThatWouldWrap() {
    new SubmitLog(log, Optional.of(stream)).progress("x".repeat(200));

    assertThat(written()).isEqualTo("[INFO] " + "x".repeat(71) + "…");
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String erased(int length) {
    return "\r" + " ".repeat(length) + "\r";
  }
}
