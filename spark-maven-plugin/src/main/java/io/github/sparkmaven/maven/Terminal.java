/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.execution.MavenExecutionRequest;
import org.jspecify.annotations.Nullable;

/** Finds out whether a person watches the build on a terminal. */
final class Terminal {
  private Terminal() {}

  /**
   * Returns the terminal, where a line on it can be taken back: neither in batch mode nor in a
   * parallel build, and not against the user's word.
   *
   * @param environment the environment variables
   */
  static Optional<PrintStream> of(
      MavenExecutionRequest request,
      Function<String, Optional<String>> environment,
      @Nullable Console console,
      PrintStream stream) {
    return wanted(request, environment) && isTerminal(console)
        ? Optional.of(stream)
        : Optional.empty();
  }

  static boolean wanted(
      MavenExecutionRequest request, Function<String, Optional<String>> environment) {
    return request.isInteractiveMode()
        && request.getDegreeOfConcurrency() <= 1
        && environment.apply("NO_COLOR").isEmpty()
        && environment.apply("TERM").filter(term -> !term.equals("dumb")).isPresent();
  }

  /** From JDK 22 on there is a console where output goes to a file, and a method that tells. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
