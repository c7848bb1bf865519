/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.jobtest.PythonTests;
import io.github.sparkmaven.jobtest.declared.DeclaredTests;
import io.github.sparkmaven.jobtest.declared.LocalProgram;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.python.PythonLayout;
import io.github.sparkmaven.python.PythonLibrary;
import io.github.sparkmaven.runtime.ForkClassPath;
import io.github.sparkmaven.runtime.LocalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Puts together what the test goal works on in Python. */
final class PythonTestRequests {
  private final ProjectContext context;
  private final OwnJars ownJars;
  private final Log log;
  private final PythonOfProject python;
  private final Once<Optional<PythonTests.Stand>> stand;

  /** Cases ask for the same job one after the other. */
  private final Map<Optional<String>, Optional<LocalProgram>> programs = new HashMap<>();

  PythonTestRequests(ProjectContext context, OwnJars ownJars, Log log) {
    this.context = context;
    this.ownJars = ownJars;
    this.log = log;
    this.python = new PythonOfProject(context);
    this.stand = new Once<>(this::found);
  }

  /** Returns the Python tests, where the module has some. */
  Optional<PythonTests> tests(TestElement.Options options) {
    PythonLayout layout = python.layout();
    return layout
        .tests()
        .filter(PythonTestRequests::holdsPython)
        .map(
            folder ->
                new PythonTests(
                    folder,
                    path(layout),
                    options.pythonFramework(),
                    options.pytestArguments(),
                    options.unittestPattern(),
                    options.filter(),
                    options.coverage() ? layout.sources() : Optional.empty(),
                    () -> unpacked(stand.get())));
  }

  private List<Path> path(PythonLayout layout) {
    return Stream.of(
            Stream.of(library()),
            layout.sources().stream(),
            new PythonDependencies(context).zips().stream())
        .flatMap(part -> part)
        .toList();
  }

  /** Returns the home that Python jobs run from, where they can run. */
  Optional<SparkHome> home() {
    return stand.get().map(PythonTests.Stand::home);
  }

  /** Returns what declared cases of Python jobs stand on: Spark looks for its Python side there. */
  DeclaredTests.Stand standOfCases() {
    PythonTests.Stand there = stand.get().orElseThrow();
    return new DeclaredTests.Stand(
        there.classPath(), Map.of("SPARK_HOME", there.home().path().toString()));
  }

  /** Returns a Python job as declared cases run it; nothing where it cannot run here. */
  Optional<LocalProgram> program(NamedJob job, Plan plan) {
    return programs.computeIfAbsent(job.name(), name -> prepared(job, plan));
  }

  private Optional<LocalProgram> prepared(NamedJob job, Plan plan) {
    return new PythonProgramFinder(context, job, log)
        .find()
        .map(program -> local(program, plan))
        .or(
            () -> {
              if (stand.get().isPresent()) {
                throw new InputException(
                    job.where() + "/pythonFile",
                    "is missing, and no Python file has if __name__ == \"__main__\"",
                    "Give the file that the declared cases of this module are to run");
              }
              return Optional.empty();
            });
  }

  private LocalProgram local(SubmittedProgram program, Plan plan) {
    Map<String, String> settings =
        new TreeMap<>(new PythonOnCluster(program, plan.cluster()).settings());
    settings.putAll(LocalSettings.ofPlan(plan.conf()));
    List<Path> jars =
        new RuntimeDependencies(
                context, new Once<>(() -> ProvidedJars.of(stand.get().orElseThrow().home())))
            .ofPython();
    return new LocalProgram(
        Optional.empty(),
        Path.of(program.resource()),
        jars,
        program.pyFiles().stream().map(Path::of).toList(),
        plan.job().arguments(),
        settings);
  }

  private Optional<PythonTests.Stand> found() {
    SparkVersion spark = context.requiredSpark();
    return python
        .environmentIfThere(spark, log)
        .map(
            environment -> {
              SparkHome home = new HomeOfProject(context, spark).ofPython(environment);
              List<Path> jars =
                  Stream.concat(ProvidedJars.of(home).jars().stream(), ownJars.ofCases().stream())
                      .toList();
              return new PythonTests.Stand(
                  environment, spark, home, new ForkClassPath(jars, Set.of()));
            });
  }

  private Optional<PythonTests.Stand> unpacked(Optional<PythonTests.Stand> found) {
    found.ifPresent(there -> PythonLibrary.unpack(library(), ownJars.ofPythonTests()));
    return found;
  }

  private Path library() {
    return context.sparkFolder("python").resolve("lib");
  }

  private static boolean holdsPython(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".py"));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot list " + folder + ": " + e, e);
    }
  }
}
