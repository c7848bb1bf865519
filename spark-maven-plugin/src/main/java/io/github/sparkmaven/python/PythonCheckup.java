/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A module's Python, looked at without making anything.
 *
 * @param interpreter what the interpreter that is used, or that environments are made with, says
 * @param kind which of both it is
 * @param made the environment of the module's requirements, where a build has made it
 * @param lacks modules that an interpreter needs to make environments with, and has not
 */
public record PythonCheckup(
    PythonFacts interpreter,
    PythonSettings.Kind kind,
    Optional<PythonFacts> made,
    List<String> lacks) {
  // Debian has them in packages of their own.
  private static final List<String> NEEDED = List.of("venv", "ensurepip");
  private static final String LACKING =
      "import importlib.util, sys; print(*[n for n in sys.argv[1:] if not importlib.util.find_spec(n)])";

  /** Copies the modules. */
  public PythonCheckup {
    lacks = List.copyOf(lacks);
  }

  /**
   * Looks.
   *
   * @throws InputException if there is no interpreter, or it and the project's Spark do not fit
   */
  public static PythonCheckup of(PythonProject project, SparkVersion spark, Path cacheFolder) {
    return switch (project.settings().kind()) {
      case SYSTEM ->
          new PythonCheckup(
              project.environmentOfUser(spark).facts(),
              PythonSettings.Kind.SYSTEM,
              Optional.empty(),
              List.of());
      case VENV -> ofBase(project, spark, cacheFolder);
    };
  }

  /** Returns what a check of versions looks at: what is installed, where that is known. */
  public PythonFacts installed() {
    return made.orElse(
        kind == PythonSettings.Kind.SYSTEM
            ? interpreter
            : new PythonFacts(
                interpreter.executable(),
                interpreter.version(),
                Map.of(),
                Optional.empty(),
                Map.of()));
  }

  private static PythonCheckup ofBase(PythonProject project, SparkVersion spark, Path cacheFolder) {
    PythonFacts base = project.base();
    return new PythonCheckup(
        base,
        PythonSettings.Kind.VENV,
        project.environmentIfMade(base, spark, cacheFolder),
        lacking(base.executable(), project.folder()));
  }

  private static List<String> lacking(Path python, Path folder) {
    PythonProcess said = PythonProcess.words(python, LACKING, NEEDED, folder);
    return said.output().stream()
        .flatMap(line -> List.of(line.split(" ", -1)).stream())
        .filter(word -> !word.isBlank())
        .toList();
  }
}
