/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.program.JvmSettings;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.code.ProgramCode;
import io.github.sparkmaven.python.PythonEnvironment;
import io.github.sparkmaven.python.PythonLayout;
import io.github.sparkmaven.python.PythonSources;
import io.github.sparkmaven.python.SourceFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/**
 * Finds the settings that a job's program makes itself.
 *
 * @param log told of what cannot be read
 */
record ProgramSettings(ProjectContext context, Log log) {

  /** Returns those of what is to be submitted; none where it cannot be looked into from here. */
  List<ProgramSetting> of(SubmittedProgram program) {
    if (program.file().isEmpty()) {
      return List.of();
    }
    return program
        .mainClass()
        .map(name -> of(List.of(program.file().get()), name))
        .orElseGet(
            () ->
                program
                    .python()
                    .map(python -> of(python, program.file().get()))
                    .orElse(List.of()));
  }

  /** Returns those of a Python program of the module. */
  List<ProgramSetting> of(PythonEnvironment python, Path program) {
    PythonLayout layout = new PythonOfProject(context).layout();
    SourceFacts facts =
        SourceFacts.read(
            python.executable(),
            layout.folder(),
            layout.sources().orElseGet(layout::folder),
            Optional.of(program),
            Stream.concat(Stream.of(program), PythonSources.of(layout).stream()).toList());
    facts.unread().forEach(file -> log.warn("What it sets cannot be read: " + file));
    return facts.settings();
  }

  /**
   * Returns those of a program for the JVM.
   *
   * @param places jars or folders that hold the program's own classes
   */
  List<ProgramSetting> of(List<Path> places, String mainClass) {
    ProgramCode code = ProgramCode.of(places, OwnClasses.of(context, Optional.of(mainClass)));
    code.unread()
        .forEach(file -> log.warn("What it sets cannot be read: " + file + " is no class file"));
    return JvmSettings.of(code, mainClass);
  }
}
