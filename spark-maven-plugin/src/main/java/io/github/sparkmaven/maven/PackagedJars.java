/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.program.CandidateJar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * The jars that a project has packaged: those of this build, else what an earlier one left in
 * {@code target} under the project's final name.
 *
 * @param project the project
 */
record PackagedJars(MavenProject project) {
  private static final String JAR = ".jar";
  private static final Pattern OF_VERSION = Pattern.compile("[0-9]|SNAPSHOT");

  /** Says whether this build has packaged any. */
  boolean ofThisBuild() {
    return !built().isEmpty();
  }

  /** Returns them, the main jar first. */
  List<CandidateJar> all() {
    List<CandidateJar> built = built();
    return built.isEmpty() ? left() : built;
  }

  private List<CandidateJar> built() {
    List<CandidateJar> jars = new ArrayList<>();
    jarOf(project.getArtifact())
        .ifPresent(file -> jars.add(new CandidateJar(file, classifier(project.getArtifact()))));
    for (Artifact attached : project.getAttachedArtifacts()) {
      jarOf(attached)
          .filter(file -> jars.stream().noneMatch(jar -> jar.file().equals(file)))
          .ifPresent(file -> jars.add(new CandidateJar(file, classifier(attached))));
    }
    return jars;
  }

  private List<CandidateJar> left() {
    Path target = Path.of(project.getBuild().getDirectory());
    String finalName = project.getBuild().getFinalName();
    if (!Files.isDirectory(target)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .flatMap(file -> ofFinalName(file, finalName).stream())
          .sorted((one, other) -> Boolean.compare(isClassified(one), isClassified(other)))
          .toList();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot list " + target + ": " + e, e);
    }
  }

  private static Optional<CandidateJar> ofFinalName(Path file, String finalName) {
    String name = String.valueOf(file.getFileName());
    if (name.equals(finalName + JAR)) {
      return Optional.of(new CandidateJar(file, Optional.empty()));
    }
    if (!name.startsWith(finalName + "-") || !name.endsWith(JAR)) {
      return Optional.empty();
    }
    String rest = name.substring(finalName.length() + 1, name.length() - JAR.length());
    // Else it is the jar of another version, or of another project.
    return OF_VERSION.matcher(rest).lookingAt()
        ? Optional.empty()
        : Optional.of(new CandidateJar(file, Optional.of(rest)));
  }

  private static boolean isClassified(CandidateJar jar) {
    return jar.classifier().isPresent();
  }

  private static Optional<Path> jarOf(Artifact artifact) {
    return Optional.ofNullable(artifact.getFile())
        .filter(File::isFile)
        .filter(file -> file.getName().endsWith(JAR))
        .map(File::toPath);
  }

  private static Optional<String> classifier(Artifact artifact) {
    return Optional.ofNullable(artifact.getClassifier()).filter(text -> !text.isEmpty());
  }
}
