/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a user reads at the end of a build whose job failed: at most five lines.
 *
 * <p>Behind the message of a failed goal Maven 3.8 and 3.9 put six lines of help, nine in a build
 * of several modules, so that a message of six lines stands within the last fifteen of the output.
 */
final class FailureText {
  private static final int LONGEST = 400;

  private FailureText() {}

  /**
   * Returns the message.
   *
   * @param application names the job
   * @param outcome what became of it, as in {@code failed} or {@code was killed}
   * @param exitCode the driver's own, where it is known
   * @param cause what ended it, where that is known
   * @param log the driver's log, or spark-submit's
   * @param nextStep what to do or to look at, a sentence or a command; empty for none
   */
  static String of(
      Application application,
      String outcome,
      OptionalInt exitCode,
      Optional<RootCause> cause,
      Path log,
      String nextStep) {
    StringBuilder text = new StringBuilder(application.name()).append(": ").append(outcome);
    exitCode.ifPresent(code -> text.append(" with exit code ").append(code));
    cause
        .map(RootCause::text)
        .or(() -> signal(exitCode))
        .ifPresent(said -> line(text, "Cause: ", said));
    cause
        .map(RootCause::hint)
        .filter(hint -> !hint.isEmpty())
        .ifPresent(hint -> line(text, "Fix:   ", hint));
    line(text, "Log:   ", log.toString());
    if (!nextStep.isEmpty()) {
      line(text, "Next:  ", nextStep);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String title, String said) {
    String one = said.strip().replaceAll("\\s*\\R\\s*", " ");
    text.append("\n    ")
        .append(title)
        .append(one.length() > LONGEST ? one.substring(0, LONGEST) + " …" : one);
  }

  /** What a shell's exit code says by itself: 128 and a signal. */
  private static Optional<String> signal(OptionalInt exitCode) {
    return switch (exitCode.orElse(0)) {
      case 134 -> Optional.of("The driver's JVM aborted (SIGABRT)");
      case 137 ->
          Optional.of(
              "The driver was killed (SIGKILL): by the out-of-memory killer of the machine or its"
                  + " container, or by somebody");
      case 139 -> Optional.of("The driver's JVM crashed (SIGSEGV)");
      case 143 -> Optional.of("The driver was asked to end (SIGTERM)");
      default -> Optional.empty();
    };
  }
}
