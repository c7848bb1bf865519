/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.program.MainClasses;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The jar that a project packages, and the class that starts it. */
final class PackagedJob {
  private final ProjectContext context;
  private final NamedJob job;

  PackagedJob(ProjectContext context, NamedJob job) {
    this.context = context;
    this.job = job;
  }

  /**
   * Returns the class to run: the given one, else the manifest's, else the one class with a main
   * method.
   *
   * @return nothing when the module has no job
   * @throws InputException if several classes have a main method, or the job is a Python file
   */
  Optional<String> mainClass() {
    refusePython();
    return context
        .userProperties()
        .text("mainClass")
        .or(job.parameter()::mainClass)
        .or(
            () ->
                Optional.of(target()).filter(Files::isRegularFile).flatMap(MainClasses::ofManifest))
        .or(this::onlyMainClass);
  }

  /**
   * Returns the jar of this build, else the one that an earlier build left.
   *
   * @throws InputException if that one is older than the classes
   */
  Path jar() {
    Optional<File> ofThisBuild = Optional.ofNullable(context.project().getArtifact().getFile());
    if (ofThisBuild.filter(File::isFile).isPresent()) {
      return ofThisBuild.get().toPath();
    }
    Path jar = target();
    if (Files.isRegularFile(jar) && modified(jar).compareTo(newestClass()) < 0) {
      throw new InputException(
          "job",
          "the packaged job " + jar + " is older than the classes",
          "Run mvn package spark:submit");
    }
    return jar;
  }

  private Path target() {
    return context.target().resolve(context.project().getBuild().getFinalName() + ".jar");
  }

  private void refusePython() {
    job.parameter()
        .pythonFile()
        .ifPresent(
            file -> {
              throw new InputException(
                  job.where() + "/pythonFile",
                  "'" + file + "' cannot be submitted by this version, which submits jars",
                  "Submit it with bin/spark-submit and the plan's spark-defaults.conf");
            });
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
    if (sources && !Files.isDirectory(classes) && !Files.isRegularFile(target())) {
      throw new InputException(
          "job", "nothing is built yet: there is no " + classes, "Run mvn package spark:submit");
    }
  }

  private FileTime newestClass() {
    Path classes = Path.of(context.project().getBuild().getOutputDirectory());
    if (!Files.isDirectory(classes)) {
      return FileTime.fromMillis(0);
    }
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(Files::isRegularFile)
          .map(PackagedJob::modified)
          .max(Comparator.naturalOrder())
          .orElse(FileTime.fromMillis(0));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + classes + ": " + e, e);
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + file + ": " + e, e);
    }
  }
}
