/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.runtime.ForkClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a job runs on from the classes of the build: these, and what they were compiled with.
 *
 * @param runner our own jar for the JVMs of Spark
 */
record RunClassPath(ProjectContext context, RunDependencies dependencies, Path runner) {

  /** Returns jars and folders in order. */
  ForkClassPath entries() {
    List<Path> entries = new ArrayList<>();
    entries.add(classes());
    entries.addAll(dependencies.files());
    Set<Path> madeAnew =
        entries.stream().filter(context::isMadeAnew).collect(Collectors.toUnmodifiableSet());
    entries.add(runner);
    return new ForkClassPath(entries, madeAnew);
  }

  /**
   * Returns the jars of a Spark home, and before them the build's classes and dependencies that
   * Spark does not bring.
   */
  ForkClassPath entriesBeside(ProvidedJars provided) {
    List<Path> own =
        Stream.concat(
                Stream.of(classes()).filter(Files::isDirectory),
                dependencies.filesBeside(provided).stream())
            .toList();
    return new ForkClassPath(
        Stream.of(own, provided.jars(), List.of(runner)).flatMap(List::stream).toList(),
        Set.copyOf(own));
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
}
