/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.runtime.ForkClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;

/**
 * What a job runs on from the classes of the build: these, and all dependencies but those of tests,
 * the provided ones too.
 */
record RunClassPath(ProjectContext context, Path runner) {

  /** Returns jars and folders in order. */
  ForkClassPath entries() {
    List<Path> entries = new ArrayList<>();
    entries.add(classes());
    entries.addAll(jars());
    Set<Path> madeAnew =
        entries.stream().filter(context::isMadeAnew).collect(Collectors.toUnmodifiableSet());
    entries.add(runner);
    return new ForkClassPath(entries, madeAnew);
  }

  /**
   * Returns what goes before the jars of a Spark home: the build's classes, and dependencies that
   * Spark does not bring.
   */
  List<Path> ofPython(ProvidedJars provided) {
    Stream<Path> jars =
        artifacts()
            .filter(RunClassPath::isOnClassPath)
            .filter(artifact -> !provided.has(RepositoryUtils.toArtifact(artifact)))
            .map(artifact -> artifact.getFile().toPath());
    return Stream.concat(Stream.of(classes()).filter(Files::isDirectory), jars).toList();
  }

  /**
   * Returns the project's own spark-launcher.
   *
   * @throws InputException if Spark is not on the class path
   */
  Path launcher() {
    return artifacts()
        .filter(artifact -> artifact.getGroupId().equals("org.apache.spark"))
        .filter(artifact -> artifact.getArtifactId().startsWith("spark-launcher_"))
        .map(artifact -> artifact.getFile().toPath())
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "dependencies",
                    "Spark is not on the class path",
                    "Add spark-sql as a provided dependency"));
  }

  /** Returns the simple names of the build's own classes, by which Spark's log calls them. */
  Set<String> loggers() {
    if (!Files.isDirectory(classes())) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(classes())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new EnvironmentException("Cannot list " + classes() + ": " + e, e);
    }
  }

  private Path classes() {
    return Path.of(context.project().getBuild().getOutputDirectory());
  }

  private List<Path> jars() {
    return artifacts()
        .filter(RunClassPath::isOnClassPath)
        .map(artifact -> artifact.getFile().toPath())
        .toList();
  }

  private static boolean isOnClassPath(Artifact artifact) {
    return artifact.getArtifactHandler().isAddedToClasspath();
  }

  private Stream<Artifact> artifacts() {
    return context.project().getArtifacts().stream()
        .filter(artifact -> !Artifact.SCOPE_TEST.equals(artifact.getScope()))
        .filter(artifact -> artifact.getFile() != null);
  }
}
