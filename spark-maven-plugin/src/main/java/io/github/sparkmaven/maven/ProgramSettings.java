/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.program.JvmSettings;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.code.ProgramCode;
import io.github.sparkmaven.python.PythonLayout;
import io.github.sparkmaven.python.PythonSources;
import io.github.sparkmaven.python.SourceFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a job's program sets itself, read from what is packaged or compiled, and from Python
 * sources.
 *
 * @param settings the settings; none where there is nothing to read
 * @param note why the program, or a part of it, could not be read
 */
record ProgramSettings(List<ProgramSetting> settings, Optional<String> note) {
  private static final String UNKNOWN = "What the program sets itself is not known: ";

  /** Copies the settings. */
  ProgramSettings {
    settings = List.copyOf(settings);
  }

  /** Reads the program of a job: what is compiled, else what is packaged. */
  static ProgramSettings of(ProjectContext context, NamedJob job) {
    try {
      if (new PythonJob(context, job).isPython()) {
        return new PythonJob(context, job)
            .program()
            .map(program -> ofPython(context, program))
            .orElseGet(() -> unknown("there is no Python program"));
      }
      Path classes = Path.of(context.project().getBuild().getOutputDirectory());
      boolean isCompiled = Files.isDirectory(classes);
      if (!isCompiled && new PackagedJars(context.project()).all().isEmpty()) {
        return unknown("nothing is packaged below " + context.target() + "; run mvn package first");
      }
      PackagedJob packaged = new PackagedJob(context, job, Optional.empty());
      return packaged
          .mainClass()
          .map(name -> ofJvm(context, isCompiled ? classes : packaged.jar(name), name))
          .orElseGet(() -> unknown("there is no class with a main method"));
    } catch (InputException | EnvironmentException e) {
      return unknown(String.valueOf(e.getMessage()));
    }
  }

  /** Reads what is to be submitted. */
  static ProgramSettings of(SubmittedProgram program) {
    if (program.file().isEmpty()) {
      return unknown(program.resource() + " cannot be looked into from here");
    }
    Path file = program.file().get();
    try {
      return program
          .mainClass()
          .map(name -> ofJvm(program.context(), file, name))
          .orElseGet(() -> ofPython(program.context(), file));
    } catch (InputException | EnvironmentException e) {
      return unknown(String.valueOf(e.getMessage()));
    }
  }

  private static ProgramSettings ofJvm(ProjectContext context, Path place, String mainClass) {
    ProgramCode code =
        ProgramCode.of(List.of(place), OwnClasses.of(context, Optional.of(mainClass)));
    return new ProgramSettings(JvmSettings.of(code, mainClass), note(code.unread()));
  }

  private static ProgramSettings ofPython(ProjectContext context, Path program) {
    PythonOfProject python = new PythonOfProject(context);
    PythonLayout layout = python.layout();
    SourceFacts facts =
        SourceFacts.read(
            python.interpreter(),
            layout.folder(),
            layout.sources().orElseGet(layout::folder),
            Optional.of(program),
            Stream.concat(Stream.of(program), PythonSources.of(layout).stream()).toList());
    return new ProgramSettings(facts.settings(), note(facts.unread()));
  }

  private static ProgramSettings unknown(String why) {
    return new ProgramSettings(List.of(), Optional.of(UNKNOWN + why));
  }

  private static Optional<String> note(List<String> unread) {
    return unread.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "What the program sets itself is known in part: unreadable are "
                + String.join(", ", unread));
  }
}
