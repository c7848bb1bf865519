/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.program.PythonPrograms;
import io.github.sparkmaven.python.PythonLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A job of the POM as a Python program, if it is one. */
final class PythonJob {
  private final ProjectContext context;
  private final NamedJob job;
  private final PythonOfProject python;

  PythonJob(ProjectContext context, NamedJob job) {
    this.context = context;
    this.job = job;
    this.python = new PythonOfProject(context);
  }

  /**
   * Says whether the job is a Python program: one is named, or no class is and the module has
   * Python sources alone.
   */
  boolean isPython() {
    return job.parameter().pythonFile().isPresent() || isGuessed();
  }

  /**
   * Returns the file as the POM has it, else the one program among the sources.
   *
   * @return nothing where the job is no Python program, or where the sources hold not just one
   */
  Optional<String> file() {
    return job.parameter()
        .pythonFile()
        .or(
            () ->
                isGuessed() && programs().size() == 1
                    ? Optional.of(shown(programs().get(0)))
                    : Optional.empty());
  }

  /**
   * Returns the program.
   *
   * @return nothing where the module has Python sources without a program
   * @throws InputException if the file is not there, or there are several programs
   */
  Optional<Path> program() {
    Optional<String> named = job.parameter().pythonFile();
    if (named.isPresent()) {
      return Optional.of(existing(named.get()));
    }
    List<Path> programs = programs();
    if (programs.size() > 1) {
      throw new InputException(
          job.where() + "/pythonFile",
          "is missing, and several files have if __name__ == \"__main__\": "
              + programs.stream().map(this::shown).collect(Collectors.joining(", ")),
          "Give one of them, as in <pythonFile>" + shown(programs.get(0)) + "</pythonFile>");
    }
    return programs.stream().findFirst();
  }

  private boolean isGuessed() {
    return job.parameter().isEmpty()
        && PackagedJob.given(context, job).isEmpty()
        && context.project().getBasedir() != null
        && python.isAlone();
  }

  private List<Path> programs() {
    return python.layout().sources().map(PythonPrograms::in).orElse(List.of());
  }

  private Path existing(String name) {
    PythonLayout layout = python.layout();
    Path place = context.baseFolder().resolve(name);
    if (Files.isRegularFile(place)) {
      return place;
    }
    return layout
        .sources()
        .map(sources -> sources.resolve(name))
        .filter(Files::isRegularFile)
        .orElseThrow(
            () ->
                new InputException(
                    job.where() + "/pythonFile",
                    "'" + name + "' is not there: there is no " + place,
                    "Give the path of a .py file, from the module's folder"
                        + Optional.of(programs())
                            .filter(found -> !found.isEmpty())
                            .map(found -> ", as in " + shown(Objects.requireNonNull(found.get(0))))
                            .orElse("")));
  }

  private String shown(Path file) {
    return context.baseFolder().relativize(file).toString();
  }
}
