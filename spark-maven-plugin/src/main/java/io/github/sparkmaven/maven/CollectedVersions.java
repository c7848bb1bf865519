/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.files.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/**
 * Remembers which Spark a project's dependencies bring along: collecting them takes most of a
 * second, and released artifacts always bring the same.
 *
 * @param folder where it is remembered
 * @param writes whether what is new is remembered
 */
record CollectedVersions(Path folder, boolean writes) {

  /** Reads and writes. */
  CollectedVersions(Path folder) {
    this(folder, true);
  }

  /** Writes nothing. */
  static CollectedVersions thatOnlyReads(Path folder) {
    return new CollectedVersions(folder, false);
  }

  /** Returns what is remembered of these dependencies, else collects and remembers it. */
  Optional<SparkVersion> of(MavenProject project, Supplier<Optional<SparkVersion>> collect) {
    List<String> lines = dependencies(project);
    if (mayChange(project)) {
      return collect.get();
    }
    Path file = folder.resolve(Digest.of(String.join("\n", lines), 32) + ".txt");
    Optional<SparkVersion> known = read(file);
    if (known.isPresent()) {
      return known;
    }
    Optional<SparkVersion> collected = collect.get();
    collected
        .filter(spark -> writes)
        .ifPresent(
            spark -> AtomicFile.write(file, spark.version() + " " + spark.scalaVersion() + "\n"));
    return collected;
  }

  /** Says whether a snapshot or a range may bring another dependency tomorrow. */
  static boolean mayChange(MavenProject project) {
    return dependencies(project).stream()
        .anyMatch(line -> line.matches(".*(-SNAPSHOT|[\\[(,\\])]).*"));
  }

  /** Returns what a project's POM says of its dependencies. */
  static List<String> dependencies(MavenProject project) {
    Stream<Dependency> managed =
        Optional.ofNullable(project.getDependencyManagement()).stream()
            .flatMap(management -> management.getDependencies().stream());
    return Stream.concat(project.getDependencies().stream(), managed)
        .map(
            dependency ->
                String.join(
                    ":",
                    dependency.getManagementKey(),
                    String.valueOf(dependency.getVersion()),
                    String.valueOf(dependency.getScope())))
        .toList();
  }

  private static Optional<SparkVersion> read(Path file) {
    try {
      List<String> words = List.of(Files.readString(file).strip().split(" ", -1));
      return words.size() == 2
          ? Optional.of(new SparkVersion(words.get(0), words.get(1)))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Absent, or not ours: it is collected anew.
      return Optional.empty();
    }
  }
}
