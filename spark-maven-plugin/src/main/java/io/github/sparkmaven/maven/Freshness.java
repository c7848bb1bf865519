/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Whether a jar that an earlier build left is still what the project would package.
 *
 * @param project the project
 */
record Freshness(MavenProject project) {
  private static final List<String> SOURCES = List.of(".java", ".scala", ".kt");

  /**
   * Refuses a jar that is older than the classes or than the sources.
   *
   * @throws InputException if it is
   */
  void check(Path jar) {
    FileTime packaged = modified(jar);
    if (newest(Path.of(project.getBuild().getOutputDirectory()), file -> true)
        .filter(file -> modified(file).compareTo(packaged) > 0)
        .isPresent()) {
      throw stale(jar, "the classes");
    }
    sourceFolders()
        .flatMap(folder -> newest(folder, Freshness::isSource).stream())
        .filter(file -> modified(file).compareTo(packaged) > 0)
        .findFirst()
        .ifPresent(
            file -> {
              throw stale(jar, "the source " + file);
            });
  }

  private static InputException stale(Path jar, String than) {
    return new InputException(
        "job",
        "the packaged job " + jar + " is older than " + than,
        "Run mvn package spark:submit");
  }

  /** The compilers of Scala and Kotlin add their folders only when they run. */
  private Stream<Path> sourceFolders() {
    Stream<Path> ofCompilers =
        Optional.ofNullable(project.getBasedir()).stream()
            .flatMap(
                base ->
                    Stream.of("src/main/scala", "src/main/kotlin")
                        .map(folder -> base.toPath().resolve(folder)));
    return Stream.concat(project.getCompileSourceRoots().stream().map(Path::of), ofCompilers)
        .distinct();
  }

  private static boolean isSource(Path file) {
    return SOURCES.stream().anyMatch(ending -> file.toString().endsWith(ending));
  }

  private static Optional<Path> newest(Path folder, Predicate<Path> wanted) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(wanted)
          .max(Comparator.comparing(Freshness::modified));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + folder + ": " + e, e);
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
