/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.python.PythonEnvironment;
import io.github.sparkmaven.python.PythonLayout;
import io.github.sparkmaven.python.PythonSources;
import io.github.sparkmaven.python.SourceZip;
import io.github.sparkmaven.python.SyntaxCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Puts a Python program together with the sources that go along, and with what it runs on. */
final class PythonProgramFinder {
  private final ProjectContext context;
  private final PythonJob job;
  private final PythonOfProject python;
  private final Log log;

  PythonProgramFinder(ProjectContext context, NamedJob job, Log log) {
    this.context = context;
    this.job = new PythonJob(context, job);
    this.python = new PythonOfProject(context);
    this.log = log;
  }

  /**
   * Finds the program of this project to run it from this machine.
   *
   * @return nothing when the module has no program, or no Python can be had and that is passed over
   * @throws io.github.sparkmaven.problem.InputException if it is not there, or does not compile
   */
  Optional<SubmittedProgram> find() {
    Optional<Path> program = job.program();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    Optional<PythonEnvironment> environment =
        python.environmentIfThere(context.requiredSpark(), log);
    environment.ifPresent(
        found -> SyntaxCheck.check(found, context.baseFolder(), compiled(program.get())));
    environment.ifPresent(found -> log.info(found + "; " + python.layout().toString(", ")));
    return environment.map(
        found ->
            SubmittedProgram.ofPython(
                context, program.get(), Optional.of(found), along(program.get())));
  }

  /** Finds the program of this project for another machine, whose Python is not this one's. */
  Optional<SubmittedProgram> findToTakeAway() {
    return job.program()
        .map(
            program ->
                SubmittedProgram.ofPython(context, program, Optional.empty(), along(program)));
  }

  private List<Path> compiled(Path program) {
    return Stream.concat(Stream.of(program), PythonSources.of(python.layout()).stream()).toList();
  }

  private List<String> along(Path program) {
    return Stream.concat(sources(program).stream(), new PythonDependencies(context).zips().stream())
        .map(Path::toString)
        .toList();
  }

  /** A program that stands alone needs no zip. */
  private Optional<Path> sources(Path program) {
    PythonLayout layout = python.layout();
    List<Path> sources = PythonSources.of(layout);
    if (sources.stream().allMatch(program::equals)) {
      return Optional.empty();
    }
    Path zip =
        context
            .sparkFolder("python")
            .resolve(context.project().getBuild().getFinalName() + "-python.zip");
    SourceZip.write(
        zip,
        layout.sources().orElseThrow(),
        sources,
        new OutputTimestamp(context.project().getProperties()).inUtc());
    return Optional.of(zip);
  }
}
