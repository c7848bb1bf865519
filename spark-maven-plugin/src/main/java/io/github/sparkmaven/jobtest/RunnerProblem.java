/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What kept our runner from running the tests at all. */
final class RunnerProblem {
  // JobTestRunner in spark-maven-runner ends with it.
  static final int EXIT_CODE = 2;

  private static final String MARK = "Job test runner: ";

  private RunnerProblem() {}

  static InputException in(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      String problem =
          lines
              .filter(line -> line.startsWith(MARK))
              .findFirst()
              .map(line -> line.substring(MARK.length()))
              .orElse("it ended with exit code " + EXIT_CODE);
      return new InputException(
          "spark:test",
          "the test runner could not do its work: " + problem,
          (problem.contains("OutOfMemoryError")
                  ? "Give the JVM more memory, as with <jvmOption>-Xmx4g</jvmOption> in test/jvmOptions. "
                  : "")
              + "The log is "
              + log);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + log + ": " + e, e);
    }
  }
}
