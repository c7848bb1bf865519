/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The program that is to be submitted.
 *
 * @param context says which Spark it needs
 * @param ofProgram says what it depends on, where that is known
 * @param coordinates {@code groupId:artifactId}
 * @param resource as spark-submit is given it
 * @param jar the local file that the resource is
 */
record SubmittedProgram(
    ProjectContext context,
    Optional<ProjectContext> ofProgram,
    String coordinates,
    String resource,
    Optional<Path> jar,
    String mainClass) {

  /** Returns a program that is a jar on this machine. */
  static SubmittedProgram ofJar(
      ProjectContext context, ProjectContext ofProgram, Path jar, String mainClass) {
    return new SubmittedProgram(
        context,
        Optional.of(ofProgram),
        coordinates(ofProgram),
        jar.toString(),
        Optional.of(jar),
        mainClass);
  }

  /** Returns a program that the cluster has already. */
  static SubmittedProgram ofResource(ProjectContext context, String resource, String mainClass) {
    return new SubmittedProgram(
        context, Optional.empty(), coordinates(context), resource, Optional.empty(), mainClass);
  }

  private static String coordinates(ProjectContext context) {
    return context.project().getGroupId() + ":" + context.project().getArtifactId();
  }
}
