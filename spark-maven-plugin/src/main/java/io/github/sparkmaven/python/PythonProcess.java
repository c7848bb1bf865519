/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.process.ProcessEnd;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A short run of an interpreter.
 *
 * @param exitCode its exit code; of one that did not end in time, the one that it was ended with
 * @param timedOut whether it did not end in time
 * @param output the lines of its standard output
 * @param errors the lines of its standard error
 */
record PythonProcess(int exitCode, boolean timedOut, List<String> output, List<String> errors) {

  /** Runs a script of our own, given on the command line as {@code -c} takes it. */
  static PythonProcess script(Path python, String resource, List<String> arguments, Path folder) {
    return words(python, text(resource), arguments, folder);
  }

  /** Runs a program that is given on the command line. */
  static PythonProcess words(Path python, String program, List<String> arguments, Path folder) {
    List<String> words = new ArrayList<>(List.of(python.toString(), "-B", "-c", program));
    words.addAll(arguments);
    return run(words, folder, Map.of(), new TimeLimit(java.time.Duration.ofMinutes(2)), line -> {});
  }

  /**
   * Runs a command to its end.
   *
   * @param heard gets each line of both outputs as it comes
   * @throws EnvironmentException if it cannot be started
   */
  static PythonProcess run(
      List<String> words,
      Path folder,
      Map<String, String> variables,
      TimeLimit limit,
      Consumer<String> heard) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    builder.environment().putAll(variables);
    List<String> output = Collections.synchronizedList(new ArrayList<>());
    List<String> errors = Collections.synchronizedList(new ArrayList<>());
    try {
      ProcessEnd end =
          new FollowedProcess(
                  builder.start(),
                  line -> {
                    output.add(line);
                    heard.accept(line);
                  },
                  line -> {
                    errors.add(line);
                    heard.accept(line);
                  })
              .await(Optional.of(limit));
      return new PythonProcess(
          end.exitCode(), end.timedOut(), List.copyOf(output), List.copyOf(errors));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot run " + words.get(0) + ": " + e, e);
    }
  }

  boolean failed() {
    return timedOut || exitCode != 0;
  }

  /** Returns the end of what it said of its failure, in one line. */
  String lastWords(int lines) {
    List<String> said =
        (errors.stream().allMatch(String::isBlank) ? output : errors)
            .stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return String.join("; ", said.subList(Math.max(0, said.size() - lines), said.size()));
  }

  private static String text(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(PythonProcess.class.getResourceAsStream(resource), resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read our own " + resource + ": " + e, e);
    }
  }
}
