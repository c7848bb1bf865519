/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a module's Python stands.
 *
 * @param folder the module's
 * @param sources the folder that is to be on Python's path, where there is one
 * @param tests the folder of the tests, where there is one
 */
public record PythonLayout(Path folder, Optional<Path> sources, Optional<Path> tests) {
  private static final List<String> PROJECT_FILES =
      List.of("pyproject.toml", "setup.py", "setup.cfg");
  private static final List<String> TESTS = List.of("tests", "test");

  /**
   * Finds it: what is declared, else Maven's layout ({@code src/main/python}, {@code
   * src/test/python}), else, where a {@code pyproject.toml}, {@code setup.py} or {@code setup.cfg}
   * shows a Python project, {@code src} or the module's folder itself with {@code tests} or {@code
   * test}.
   *
   * @param sourceDirectory the {@code python/sourceDirectory} parameter
   * @param testDirectory the {@code python/testDirectory} parameter
   * @throws InputException if a declared folder is none
   */
  public static PythonLayout of(
      Path folder, Optional<String> sourceDirectory, Optional<String> testDirectory) {
    Problems problems = new Problems();
    Optional<Path> sources = declared(folder, "sourceDirectory", sourceDirectory, problems);
    Optional<Path> tests = declared(folder, "testDirectory", testDirectory, problems);
    problems.throwIfAny();
    boolean project = PROJECT_FILES.stream().anyMatch(name -> exists(folder, name));
    return new PythonLayout(
        folder,
        sources
            .or(() -> folder(folder, "src/main/python"))
            .or(() -> project ? ofProject(folder) : Optional.empty()),
        tests
            .or(() -> folder(folder, "src/test/python"))
            .or(
                () ->
                    project
                        ? TESTS.stream().flatMap(name -> folder(folder, name).stream()).findFirst()
                        : Optional.empty()));
  }

  /** Says whether the module has no Python. */
  public boolean isEmpty() {
    return sources.isEmpty() && tests.isEmpty();
  }

  /** Returns the layout in words, for the log. */
  public String toString(String joint) {
    return Stream.of(
            sources.map(path -> "sources in " + shown(path)),
            tests.map(path -> "tests in " + shown(path)))
        .flatMap(Optional::stream)
        .reduce((one, other) -> one + joint + other)
        .orElse("none");
  }

  private String shown(Path path) {
    String relative = folder.relativize(path).toString();
    return relative.isEmpty() ? "the module's folder" : relative;
  }

  /** In the src layout packages stand in src; in the flat one, beside the project file. */
  private static Optional<Path> ofProject(Path folder) {
    return folder(folder, "src").filter(PythonLayout::holdsPython).or(() -> Optional.of(folder));
  }

  private static boolean holdsPython(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.anyMatch(
          entry ->
              String.valueOf(entry.getFileName()).endsWith(".py")
                  || Files.isRegularFile(entry.resolve("__init__.py")));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot list " + folder + ": " + e, e);
    }
  }

  private static boolean exists(Path folder, String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  private static Optional<Path> folder(Path folder, String name) {
    return Optional.of(folder.resolve(name)).filter(Files::isDirectory);
  }

  private static Optional<Path> declared(
      Path folder, String name, Optional<String> given, Problems problems) {
    Optional<Path> path = given.map(folder::resolve).map(Path::normalize);
    path.filter(place -> !Files.isDirectory(place))
        .ifPresent(
            place ->
                problems.add(
                    "python/" + name,
                    "'"
                        + Objects.requireNonNull(given.orElse(""))
                        + "' is no folder of this module",
                    "Give a folder that is there, from the module's folder: " + folder));
    return path;
  }
}
