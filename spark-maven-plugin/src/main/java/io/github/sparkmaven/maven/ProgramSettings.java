/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.program.JvmSettings;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.code.ProgramCode;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * Finds the settings that a job's program makes itself.
 *
 * @param log told of what cannot be read
 */
record ProgramSettings(ProjectContext context, Log log) {

  /** Returns those of what is to be submitted; none where it cannot be looked into from here. */
  List<ProgramSetting> of(SubmittedProgram program) {
    return program.mainClass().isPresent() && program.file().isPresent()
        ? of(List.of(program.file().get()), program.mainClass().get())
        : List.of();
  }

  /**
   * Returns those of a program for the JVM.
   *
   * @param places jars or folders that hold the program's own classes
   */
  List<ProgramSetting> of(List<Path> places, String mainClass) {
    ProgramCode code = ProgramCode.of(places, OwnClasses.of(context, mainClass));
    code.unread()
        .forEach(file -> log.warn("What it sets cannot be read: " + file + " is no class file"));
    return JvmSettings.of(code, mainClass);
  }
}
