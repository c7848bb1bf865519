/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.python.PythonEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The program that is to be submitted.
 *
 * @param context says which Spark it needs
 * @param ofProgram says what it depends on, where that is known
 * @param coordinates {@code groupId:artifactId}
 * @param resource as spark-submit is given it
 * @param file the local file that the resource is
 * @param mainClass the class to run; none for Python
 * @param python what a Python program runs on, where it runs from this machine
 * @param pyFiles the project's own Python files that go along
 */
record SubmittedProgram(
    ProjectContext context,
    Optional<ProjectContext> ofProgram,
    String coordinates,
    String resource,
    Optional<Path> file,
    Optional<String> mainClass,
    Optional<PythonEnvironment> python,
    List<String> pyFiles) {

  SubmittedProgram {
    pyFiles = List.copyOf(pyFiles);
  }

  /** Returns a program that is a jar on this machine. */
  static SubmittedProgram ofJar(
      ProjectContext context, ProjectContext ofProgram, Path jar, String mainClass) {
    return new SubmittedProgram(
        context,
        Optional.of(ofProgram),
        coordinates(ofProgram),
        jar.toString(),
        Optional.of(jar),
        Optional.of(mainClass),
        Optional.empty(),
        List.of());
  }

  /** Returns a program that the cluster has already; one without a class is Python's. */
  static SubmittedProgram ofResource(
      ProjectContext context,
      String resource,
      Optional<String> mainClass,
      Optional<PythonEnvironment> python) {
    return new SubmittedProgram(
        context,
        Optional.empty(),
        coordinates(context),
        resource,
        Optional.empty(),
        mainClass,
        python,
        List.of());
  }

  /** Returns a Python program of the project. */
  static SubmittedProgram ofPython(
      ProjectContext context,
      Path program,
      Optional<PythonEnvironment> python,
      List<String> pyFiles) {
    return new SubmittedProgram(
        context,
        Optional.of(context),
        coordinates(context),
        program.toString(),
        Optional.of(program),
        Optional.empty(),
        python,
        pyFiles);
  }

  /** Says whether a resource is a Python program. */
  static boolean isPython(String resource) {
    return resource.endsWith(".py");
  }

  boolean isPython() {
    return mainClass.isEmpty();
  }

  /** Returns what messages call it. */
  String name() {
    return "job "
        + mainClass.orElseGet(() -> Objects.toString(Path.of(resource).getFileName(), resource));
  }

  private static String coordinates(ProjectContext context) {
    return context.project().getGroupId() + ":" + context.project().getArtifactId();
  }
}
