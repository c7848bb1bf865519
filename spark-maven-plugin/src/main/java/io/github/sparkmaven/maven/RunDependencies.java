/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * What a job is compiled with and runs with: all dependencies but those of tests, the provided ones
 * too. Maven takes a second or more to resolve them, so they are remembered beside the state of the
 * build that they were resolved for.
 *
 * @param entries in the order of the class path
 */
record RunDependencies(List<Entry> entries) {
  private static final String FILE = "built.txt";

  /** Copies the list. */
  RunDependencies {
    entries = List.copyOf(entries);
  }

  /**
   * A dependency.
   *
   * @param file a jar, or the folder of a module's classes
   */
  record Entry(String group, String artifactId, Path file) {
    private static Entry of(Artifact artifact) {
      return new Entry(
          artifact.getGroupId(), artifact.getArtifactId(), artifact.getFile().toPath());
    }

    private static Entry of(String line) {
      String[] words = line.split(" ", 3);
      return new Entry(words[0], words[1], Path.of(words[2]));
    }

    private String line() {
      return group + " " + artifactId + " " + file;
    }
  }

  /** Takes what Maven has resolved for a project. */
  static RunDependencies of(MavenProject project) {
    return new RunDependencies(
        project.getArtifacts().stream()
            .filter(artifact -> !Artifact.SCOPE_TEST.equals(artifact.getScope()))
            .filter(artifact -> artifact.getFile() != null)
            .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath())
            .map(Entry::of)
            .toList());
  }

  /** Returns what is remembered of a build's state; nothing where it is another, or files lack. */
  static Optional<RunDependencies> remembered(Path folder, String state) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(FILE));
      if (lines.isEmpty() || !lines.get(0).equals(state)) {
        return Optional.empty();
      }
      List<Entry> entries = lines.stream().skip(1).map(Entry::of).toList();
      return entries.stream().allMatch(entry -> Files.isRegularFile(entry.file()))
          ? Optional.of(new RunDependencies(entries))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Absent, or not ours: Maven resolves anew.
      return Optional.empty();
    }
  }

  /** Remembers these for a build's state. */
  void remember(Path folder, String state) {
    AtomicFile.write(
        folder.resolve(FILE),
        entries.stream().map(Entry::line).collect(Collectors.joining("\n", state + "\n", "\n")));
  }

  List<Path> files() {
    return entries.stream().map(Entry::file).toList();
  }

  /** Returns the jars that Spark does not bring. */
  List<Path> filesBeside(ProvidedJars provided) {
    return entries.stream()
        .filter(entry -> !provided.has(entry.group(), entry.artifactId()))
        .map(Entry::file)
        .toList();
  }

  /**
   * Returns the project's own spark-launcher.
   *
   * @throws InputException if Spark is not among them
   */
  Path launcher() {
    return entries.stream()
        .filter(entry -> entry.group().equals("org.apache.spark"))
        .filter(entry -> entry.artifactId().startsWith("spark-launcher_"))
        .map(Entry::file)
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "dependencies",
                    "Spark is not on the class path",
                    "Add spark-sql as a provided dependency"));
  }
}
