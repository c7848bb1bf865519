/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.program.JarChoice;
import io.github.sparkmaven.program.MainClasses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The jar that a project packages, and the class that starts it. */
final class PackagedJob {
  private final ProjectContext context;
  private final NamedJob job;
  private final PackagedJars jars;
  private final JarChoice choice;

  /**
   * Looks at what is packaged.
   *
   * @param classifier the {@code submit/classifier} parameter
   */
  PackagedJob(ProjectContext context, NamedJob job, Optional<String> classifier) {
    this.context = context;
    this.job = job;
    this.jars = new PackagedJars(context.project());
    this.choice = new JarChoice(jars.all(), classifier);
  }

  /**
   * Returns the class to run: the given one, else the manifest's, else the one class with a main
   * method.
   *
   * @return nothing when the module has no job
   * @throws InputException if several classes have a main method
   */
  Optional<String> mainClass() {
    return given(context, job).or(choice::mainClass).or(this::onlyMainClass);
  }

  /** Returns the class that command line or POM names. */
  static Optional<String> given(ProjectContext context, NamedJob job) {
    return context.userProperties().text("mainClass").or(job.parameter()::mainClass);
  }

  /**
   * Returns the jar that holds a class: of this build, else what an earlier build left.
   *
   * @throws InputException if that one is older than classes or sources, or no jar holds the class
   */
  Path jar(String mainClass) {
    if (choice.isEmpty()) {
      throw new InputException(
          "job", "there is no packaged job at " + target(), "Run mvn package spark:submit");
    }
    Path jar = choice.jar(mainClass);
    if (!jars.ofThisBuild()) {
      new Freshness(context.project()).check(jar);
    }
    return jar;
  }

  /**
   * Returns the jar that is judged before it is submitted, also where no class starts it.
   *
   * @param mainClass the class to run, where one can be named
   * @param problems gets why the class cannot be run from what is packaged
   * @throws InputException if nothing is packaged, or it is older than classes or sources
   */
  Path jarToJudge(Optional<String> mainClass, Problems problems) {
    if (choice.isEmpty()) {
      throw new InputException(
          "job", "there is no packaged job at " + target(), "Run mvn package spark:check");
    }
    Path jar =
        mainClass
            .flatMap(name -> problems.attempt(() -> choice.jar(name)))
            .orElseGet(choice::richest);
    if (!jars.ofThisBuild()) {
      new Freshness(context.project()).check(jar);
    }
    return jar;
  }

  private Path target() {
    return context.target().resolve(context.project().getBuild().getFinalName() + ".jar");
  }

  private Optional<String> onlyMainClass() {
    Path classes = Path.of(context.project().getBuild().getOutputDirectory());
    refuseUnbuilt(classes);
    List<String> found = MainClasses.inFolder(classes);
    if (found.size() > 1) {
      throw new InputException(
          job.where() + "/mainClass",
          "is missing, and several classes have a main method: " + String.join(", ", found),
          "Give one of them, or -Dspark.maven.mainClass=" + found.get(0));
    }
    return found.stream().findFirst();
  }

  /** Without classes nobody can tell a module without a job from one that was not built. */
  private void refuseUnbuilt(Path classes) {
    boolean sources =
        context.project().getCompileSourceRoots().stream()
            .anyMatch(root -> Files.isDirectory(Path.of(root)));
    if (sources && !Files.isDirectory(classes) && choice.isEmpty()) {
      throw new InputException(
          "job", "nothing is built yet: there is no " + classes, "Run mvn package spark:submit");
    }
  }
}
