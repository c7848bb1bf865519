/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.yarn;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What YARN's diagnostics tell of the end of an application.
 *
 * <p>They are either what Spark's application master reported before it ended, or, where it
 * reported nothing, what the NodeManager says of the container: its exit code and the end of its
 * standard error.
 */
final class Diagnosis {
  private static final Pattern EXIT_CODE =
      Pattern.compile("(?:exitCode: |non-zero exit code |exited with status )(-?\\d+)");
  private static final Pattern DATE = Pattern.compile("^\\[[A-Z][^\\]]{10,40}\\]\\s*");
  // What the application master logged, as the end of standard error shows it.
  private static final Pattern REASON = Pattern.compile("\\(reason: ([^\\n]*?)\\)?(?:\\n|$)");
  private static final Pattern THROWABLE =
      Pattern.compile("(?:Caused by: )?(?:[a-z_][\\w$]*\\.)+[A-Z][\\w$]*(?:Exception|Error)\\b.*");
  private static final String STANDARD_ERROR = "bytes of stderr :";
  private static final String CAUSED_BY = "Caused by: ";
  private static final String THREW = "User class threw exception: ";
  private static final Pattern NO_CLASS =
      Pattern.compile("java\\.lang\\.(?:ClassNotFoundException|NoSuchMethodException): .*");
  private static final String EARLY = "Shutdown hook called before final status was reported";

  private final String text;

  Diagnosis(String text) {
    this.text = text.equals("N/A") ? "" : DATE.matcher(text.strip()).replaceFirst("").strip();
  }

  /** Returns the diagnostics as YARN gives them, without its time stamp. */
  String text() {
    return text;
  }

  /** Returns the exit code of the application master, where it is told. */
  OptionalInt exitCode() {
    Matcher matcher = EXIT_CODE.matcher(text);
    if (matcher.find()) {
      return OptionalInt.of(Integer.parseInt(matcher.group(1)));
    }
    // Spark reports the reason and not the code.
    return text.startsWith(THREW)
        ? OptionalInt.of(AmExitCode.USER_CLASS_THREW)
        : OptionalInt.empty();
  }

  /**
   * Returns what is to be said of an application that failed: the meaning in our words, then YARN's
   * or the program's own, without the frames of stack traces.
   */
  String ofFailure(boolean cluster) {
    String reason = reason();
    if (reason.startsWith(THREW)) {
      return "the main class threw " + reason.substring(THREW.length()) + cause(reason);
    }
    if (reason.startsWith(EARLY)) {
      return "the program called System.exit, or its JVM was ended, before it was through; YARN is"
          + " not told the exit code";
    }
    Matcher missing = NO_CLASS.matcher(reason);
    if (missing.find()) {
      return "the main class could not be run: " + missing.group();
    }
    OptionalInt code = exitCode();
    String meaning = code.isPresent() ? AmExitCode.meaning(code.getAsInt(), cluster) : "";
    return Stream.of(meaning, reason)
        .filter(part -> !part.isEmpty())
        .reduce((first, second) -> first + ": " + second)
        .orElse("YARN says no more than that it failed");
  }

  private String reason() {
    Matcher logged = REASON.matcher(text);
    if (logged.find()) {
      return logged.group(1);
    }
    return thrown().orElse(text.lines().findFirst().orElse(""));
  }

  /** Returns the innermost throwable that the container wrote to its standard error. */
  private Optional<String> thrown() {
    int start = text.indexOf(STANDARD_ERROR);
    if (start < 0) {
      return Optional.empty();
    }
    List<String> throwables =
        text.substring(start)
            .lines()
            .map(THROWABLE::matcher)
            .filter(Matcher::find)
            .map(Matcher::group)
            .toList();
    return throwables.stream()
        .reduce((first, second) -> second)
        .map(last -> last.startsWith(CAUSED_BY) ? last.substring(CAUSED_BY.length()) : last);
  }

  private String cause(String reason) {
    return text.lines()
        .filter(line -> line.startsWith(CAUSED_BY))
        .map(line -> line.substring(CAUSED_BY.length()))
        .filter(cause -> !reason.contains(cause))
        .reduce((first, second) -> second)
        .map(cause -> "; caused by " + cause)
        .orElse("");
  }
}
