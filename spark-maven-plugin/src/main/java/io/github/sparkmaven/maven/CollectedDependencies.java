/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.files.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;

/**
 * Remembers the dependencies that Maven collects for a project: reading the POMs of Spark's takes
 * more than a second, and released artifacts always bring the same.
 *
 * <p>What may bring another one tomorrow is collected anew: snapshots, ranges, modules of this
 * build, and whatever has a POM in the local repository that was written since.
 *
 * @param folder where they are remembered
 * @param writes whether what is new is remembered
 * @param tools what else decides, as Maven's version
 * @param poms where the POM of an artifact is in the local repository
 * @param modules tells the modules of this build
 */
record CollectedDependencies(
    Path folder,
    boolean writes,
    String tools,
    Function<Artifact, Path> poms,
    Predicate<Artifact> modules) {
  private static final String FORMAT = "1";

  /**
   * What was collected.
   *
   * @param all the dependencies, transitive ones and those of tests included
   * @param ranges whether a POM among them names a range
   */
  record Found(List<Dependency> all, boolean ranges) {
    /** Copies the list. */
    Found {
      all = List.copyOf(all);
    }
  }

  /** Returns what is remembered of a project's dependencies, else collects and remembers it. */
  List<Dependency> of(MavenProject project, Supplier<Found> collect) {
    DeclaredDependencies declared = new DeclaredDependencies(project);
    if (declared.mayChange()) {
      return collect.get().all();
    }
    String key = FORMAT + "\n" + tools + "\n" + String.join("\n", declared.lines());
    Path file = folder.resolve(Digest.of(key, 32) + ".txt");
    return read(file).orElseGet(() -> collected(file, collect.get()));
  }

  private List<Dependency> collected(Path file, Found found) {
    boolean lasts =
        !found.ranges()
            && found.all().stream()
                .map(Dependency::getArtifact)
                .noneMatch(artifact -> artifact.isSnapshot() || modules.test(artifact));
    if (writes && lasts) {
      Optional<List<String>> lines = lines(found.all());
      lines.ifPresent(all -> AtomicFile.write(file, String.join("\n", all) + "\n"));
    }
    return found.all();
  }

  /** Returns nothing where a POM is not where it is looked for, so that nobody could compare it. */
  private Optional<List<String>> lines(List<Dependency> dependencies) {
    List<String> lines = new ArrayList<>();
    for (Dependency dependency : dependencies) {
      Optional<String> pom = state(dependency.getArtifact());
      if (pom.isEmpty()) {
        return Optional.empty();
      }
      lines.add(line(dependency) + "\t" + pom.get());
    }
    lines.add("end");
    return Optional.of(lines);
  }

  private Optional<List<Dependency>> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty() || !lines.get(lines.size() - 1).equals("end")) {
        return Optional.empty();
      }
      List<Dependency> dependencies = new ArrayList<>();
      for (String line : lines.subList(0, lines.size() - 1)) {
        Dependency dependency = dependency(line);
        Artifact artifact = dependency.getArtifact();
        if (modules.test(artifact)
            || !state(artifact).filter(pom -> line.endsWith("\t" + pom)).isPresent()) {
          return Optional.empty();
        }
        dependencies.add(dependency);
      }
      return Optional.of(dependencies);
    } catch (IOException | RuntimeException e) {
      // Absent, or not ours: it is collected anew.
      return Optional.empty();
    }
  }

  private static String line(Dependency dependency) {
    Artifact artifact = dependency.getArtifact();
    return Stream.of(
            artifact.getGroupId(),
            artifact.getArtifactId(),
            artifact.getClassifier(),
            artifact.getExtension(),
            artifact.getVersion(),
            dependency.getScope(),
            String.valueOf(dependency.isOptional()))
        .collect(Collectors.joining("\t"));
  }

  private static Dependency dependency(String line) {
    String[] words = line.split("\t", -1);
    return new Dependency(
        new DefaultArtifact(words[0], words[1], words[2], words[3], words[4]),
        words[5],
        Boolean.parseBoolean(words[6]));
  }

  private Optional<String> state(Artifact artifact) {
    Path pom = poms.apply(artifact);
    try {
      return Optional.of(Files.size(pom) + "\t" + Files.getLastModifiedTime(pom).toMillis());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
