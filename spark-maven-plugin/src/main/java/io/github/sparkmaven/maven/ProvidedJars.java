/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.program.JarContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;

/**
 * The jars of a Spark home: what is among them comes from Spark, in Spark's version.
 *
 * @param jars the files
 */
record ProvidedJars(List<Path> jars) {

  /**
   * Lists them.
   *
   * @throws EnvironmentException if they cannot be listed
   */
  static ProvidedJars of(SparkHome home) {
    Path folder = home.path().resolve("jars");
    try (Stream<Path> files = Files.list(folder)) {
      // A distribution has a folder among them too, for Spark Connect's shell.
      return new ProvidedJars(
          files.filter(file -> file.toString().endsWith(".jar")).sorted().toList());
    } catch (IOException e) {
      throw new EnvironmentException("Cannot list " + folder + ": " + e, e);
    }
  }

  /** Says whether Spark brings an artifact, in whatever version. */
  boolean has(Artifact artifact) {
    return jars.stream().anyMatch(jar -> isSame(artifact, jar))
        || has(artifact.getGroupId(), artifact.getArtifactId());
  }

  /** Shading may leave others' marks and not the jar's own, as in hadoop-client-runtime. */
  private static boolean isSame(Artifact artifact, Path jar) {
    return String.valueOf(jar.getFileName())
        .equals(artifact.getArtifactId() + "-" + artifact.getVersion() + ".jar");
  }

  /** Says whether Spark brings an artifact, in whatever version. */
  boolean has(String group, String artifactId) {
    return jars.stream()
        .filter(jar -> isNamedAs(artifactId, String.valueOf(jar.getFileName())))
        .anyMatch(jar -> isMarkedAs(group, artifactId, jar));
  }

  private static boolean isNamedAs(String artifactId, String file) {
    return file.startsWith(artifactId + "-")
        && file.endsWith(".jar")
        && file.substring(artifactId.length() + 1).matches("[vr]?[0-9].*");
  }

  /**
   * Another group's artifact may have the same name, and log4j-1.2-api is no log4j; only jars that
   * Maven has built say whose they are.
   */
  private static boolean isMarkedAs(String group, String artifactId, Path jar) {
    JarContents contents = JarContents.of(jar);
    return !contents.hasMarks() || contents.hasMark(group, artifactId);
  }
}
