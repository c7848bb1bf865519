/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Installs packages with the interpreter's own pip, in the user's configuration of it. */
final class Pip {
  private static final TimeLimit PATIENCE = new TimeLimit(Duration.ofMinutes(30));
  private static final Duration TELL_EVERY = Duration.ofSeconds(10);

  // What pip says where the index, and not a requirement, is the trouble.
  private static final Pattern UNREACHABLE =
      Pattern.compile(
          "NewConnectionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|SSLError"
              + "|Temporary failure in name resolution|Connection refused|ConnectionResetError"
              + "|No space left on device");
  private static final Pattern NO_PYSPARK =
      Pattern.compile("satisfies the requirement pyspark(?![\\w.-]).*from versions: none");

  private final Path folder;
  private final Path log;
  private final boolean offline;
  private final Consumer<String> progress;

  /**
   * Prepares to install.
   *
   * @param folder the module's, where relative requirements start from
   * @param log gets all that pip says
   * @param offline whether nothing may be asked of an index
   * @param progress gets a line for what takes long
   */
  Pip(Path folder, Path log, boolean offline, Consumer<String> progress) {
    this.folder = folder;
    this.log = log;
    this.offline = offline;
    this.progress = progress;
  }

  /** Returns the folder where relative requirements start from. */
  Path folder() {
    return folder;
  }

  /**
   * Makes an empty virtual environment.
   *
   * @throws EnvironmentException if the interpreter cannot
   */
  void makeEnvironment(Path base, Path place) {
    PythonProcess made =
        PythonProcess.run(
            List.of(base.toString(), "-m", "venv", place.toString()),
            folder,
            Map.of(),
            PATIENCE,
            line -> {});
    if (made.failed()) {
      throw new EnvironmentException(
          base
              + " cannot make a virtual environment: "
              + made.lastWords(3)
              + ". Install its venv and pip modules (Debian, Ubuntu: apt install python3-venv), or"
              + " use your own environment with <environment>system</environment>",
          null);
    }
  }

  /**
   * Installs a project's requirements and pyspark.
   *
   * @throws InputException if a requirement cannot be resolved
   * @throws EnvironmentException if no index can be reached
   */
  void install(Path python, Requirements requirements, String pyspark) {
    List<String> words =
        new ArrayList<>(
            List.of(
                python.toString(),
                "-m",
                "pip",
                "install",
                "--no-input",
                "--disable-pip-version-check",
                "--progress-bar=off"));
    if (offline) {
      words.add("--no-index");
    }
    words.addAll(requirements.pipWords(pyspark));
    progress.accept(
        "Making the Python environment of "
            + requirements.where()
            + " and "
            + pyspark
            + " with pip, once (log: "
            + log
            + ")");
    PythonProcess installed = run(words);
    if (installed.failed()) {
      throw failure(installed, requirements, pyspark);
    }
  }

  private PythonProcess run(List<String> words) {
    try {
      Files.createDirectories(Objects.requireNonNull(log.getParent()));
      try (PrintWriter writer =
          new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8), true)) {
        return PythonProcess.run(words, folder, Map.of(), PATIENCE, new Told(writer)::line);
      }
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write " + log + ": " + e, e);
    }
  }

  private RuntimeException failure(
      PythonProcess installed, Requirements requirements, String pyspark) {
    String said =
        String.join("\n", installed.errors()) + "\n" + String.join("\n", installed.output());
    String errors =
        installed.errors().stream()
            .filter(line -> line.startsWith("ERROR:"))
            .map(line -> line.substring("ERROR:".length()).strip())
            .reduce((one, other) -> one + "; " + other)
            .orElseGet(() -> installed.lastWords(4));
    if (offline) {
      return new EnvironmentException(
          "Maven is offline, and the Python environment of "
              + requirements.where()
              + " and "
              + pyspark
              + " is not made yet: "
              + errors
              + ". Build once without -o",
          null);
    }
    if (installed.timedOut()
        || UNREACHABLE.matcher(said).find()
        || NO_PYSPARK.matcher(said).find()) {
      return new EnvironmentException(
          "pip cannot have "
              + pyspark
              + ": "
              + errors
              + ". Look at the network and at pip config list (index-url, proxy), or install it"
              + " yourself and use <environment>system</environment>; the log is "
              + log,
          null);
    }
    return new InputException(
        "python/requirements",
        "pip cannot install " + requirements.where() + " with " + pyspark + ": " + errors,
        "Change the requirement; the log is " + log);
  }

  /** Writes all lines down, and tells one now and then, so that nobody takes it for dead. */
  private final class Told {
    private final PrintWriter writer;
    private long last = System.nanoTime();

    Told(PrintWriter writer) {
      this.writer = writer;
    }

    synchronized void line(String line) {
      writer.println(line);
      if (System.nanoTime() - last > TELL_EVERY.toNanos()) {
        last = System.nanoTime();
        progress.accept("pip: " + line.strip());
      }
    }
  }
}
