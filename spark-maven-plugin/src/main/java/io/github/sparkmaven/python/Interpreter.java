/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.InputException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds interpreters on this machine, and asks them what they are and have. */
final class Interpreter {
  private static final String EXECUTABLE = "python/executable";
  private static final List<String> NAMES = List.of("python3", "python");

  private final Function<String, Optional<String>> environment;
  private final Path folder;

  /**
   * Looks at this machine.
   *
   * @param environment reads an environment variable
   * @param folder the module's, in which an environment of its own may be
   */
  Interpreter(Function<String, Optional<String>> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /**
   * Returns the interpreter that environments are made with: the named one, else the first on the
   * path.
   *
   * @throws InputException if there is none
   */
  Path base(Optional<String> executable) {
    return executable.map(this::named).or(this::onPath).orElseThrow(Interpreter::none);
  }

  /**
   * Returns the user's interpreter: the named one, else that of the active environment (venv, then
   * conda), else that of the module's {@code .venv} (where uv and poetry put it), else the first on
   * the path.
   *
   * @throws InputException if there is none
   */
  Path ofUser(Optional<String> executable) {
    return executable
        .map(this::named)
        .or(() -> inside(environment.apply("VIRTUAL_ENV").map(Path::of)))
        .or(() -> inside(environment.apply("CONDA_PREFIX").map(Path::of)))
        .or(() -> inside(Optional.of(folder.resolve(".venv"))))
        .or(this::onPath)
        .orElseThrow(Interpreter::none);
  }

  /**
   * Asks an interpreter.
   *
   * @throws InputException if it is none
   */
  static PythonFacts facts(Path python, Path folder) {
    PythonProcess said = PythonProcess.script(python, "probe.py", List.of(), folder);
    Map<String, String> lines = new HashMap<>();
    for (String line : said.output()) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        lines.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    if (said.failed() || !lines.containsKey("version")) {
      throw new InputException(
          EXECUTABLE,
          "'" + python + "' does not work as Python 3: " + said.lastWords(2),
          "Give the path of a Python 3 interpreter, or its name on the PATH");
    }
    // A shim on the path, as pyenv has them, would ask anew at each start which one is meant.
    return new PythonFacts(
        Path.of(lines.getOrDefault("executable", python.toString())),
        lines.get("version"),
        below(lines, "package."),
        Optional.ofNullable(lines.get("pyspark")).map(Path::of),
        below(lines, "minimum."));
  }

  private static Map<String, String> below(Map<String, String> lines, String prefix) {
    Map<String, String> values = new HashMap<>();
    lines.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            values.put(name.substring(prefix.length()), value);
          }
        });
    return values;
  }

  private Path named(String executable) {
    Optional<Path> found =
        executable.contains(File.separator)
            ? Optional.of(folder.resolve(executable)).filter(Interpreter::isProgram)
            : onPath(executable);
    return found.orElseThrow(
        () ->
            new InputException(
                EXECUTABLE,
                "'" + executable + "' is no program on this machine",
                "Give the path of a Python 3 interpreter, or its name on the PATH"));
  }

  private static Optional<Path> inside(Optional<Path> environmentFolder) {
    return environmentFolder
        .map(root -> root.resolve("bin").resolve("python"))
        .filter(Files::isExecutable)
        .map(Path::toAbsolutePath);
  }

  private Optional<Path> onPath() {
    return NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst();
  }

  private Optional<Path> onPath(String name) {
    return environment.apply("PATH").stream()
        .flatMap(path -> Stream.of(path.split(File.pathSeparator, -1)))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry).resolve(name).toAbsolutePath())
        .filter(Interpreter::isProgram)
        .findFirst();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static InputException none() {
    return new InputException(
        EXECUTABLE,
        "there is no Python on this machine: neither python3 nor python is on the PATH",
        "Install Python 3, or give the path of an interpreter");
  }
}
