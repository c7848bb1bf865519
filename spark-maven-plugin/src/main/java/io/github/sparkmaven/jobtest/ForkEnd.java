/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.process.ProcessEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words how a forked JVM ended that should not have. */
final class ForkEnd {
  // 128 + SIGKILL: what the kernel sends a process when memory runs out, and hardly anybody else.
  private static final int KILLED = 137;

  // 128 + SIGABRT, as a JVM ends itself that finds an error of its own, and 128 + SIGSEGV.
  private static final Set<Integer> CRASHED = Set.of(134, 139);

  // What a JVM ends with that does not take its options.
  static final int NOT_STARTED = 1;

  private ForkEnd() {}

  /** Says why a JVM has not come to our runner, in its own words. */
  static InputException notStarted(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      String said =
          lines.filter(line -> !line.isBlank()).limit(3).collect(Collectors.joining("; "));
      return new InputException(
          "spark:test",
          "the forked JVM did not start: " + said,
          "Look at test/jvmOptions and JAVA_TOOL_OPTIONS; the log is " + log);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + log + ": " + e, e);
    }
  }

  static boolean crashed(ProcessEnd end) {
    return CRASHED.contains(end.exitCode());
  }

  static String words(ProcessEnd end) {
    return (end.exitCode() == KILLED ? "was killed (exit code " : "ended with exit code ")
        + end.exitCode()
        + (end.exitCode() == KILLED ? ")" : "");
  }

  static String advice(ProcessEnd end) {
    return end.exitCode() == KILLED
        ? "The machine may have run out of memory: give the JVM less with <jvmOption>-Xmx1g</jvmOption>, or run fewer builds at once"
        : "A test may have called System.exit or run out of memory";
  }
}
