/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.InputException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * The Python zips that a module depends on: artifacts of {@code package-python}, of this build or
 * out of a repository.
 */
record PythonDependencies(ProjectContext context) {

  /**
   * Returns them in the POM's order.
   *
   * @throws InputException if one is of a module of this build and not packaged
   */
  List<Path> zips() {
    return context.project().getDependencies().stream()
        .filter(
            dependency ->
                PackagePythonMojo.CLASSIFIER.equals(dependency.getClassifier())
                    && "zip".equals(dependency.getType()))
        .map(
            dependency ->
                module(dependency)
                    .map(PythonDependencies::packaged)
                    .orElseGet(() -> resolved(dependency)))
        .toList();
  }

  private Optional<MavenProject> module(Dependency dependency) {
    return context.session().getProjects().stream()
        .filter(
            project ->
                project.getGroupId().equals(dependency.getGroupId())
                    && project.getArtifactId().equals(dependency.getArtifactId())
                    && project.getVersion().equals(dependency.getVersion()))
        .findFirst();
  }

  private static Path packaged(MavenProject module) {
    return module.getAttachedArtifacts().stream()
        .filter(artifact -> PackagePythonMojo.CLASSIFIER.equals(artifact.getClassifier()))
        .map(artifact -> artifact.getFile())
        .filter(File::isFile)
        .map(File::toPath)
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "dependencies",
                    "the Python sources of "
                        + module.getArtifactId()
                        + " are not packaged in this build",
                    "Bind spark:package-python there, and run mvn package before"));
  }

  private Path resolved(Dependency dependency) {
    return context
        .resolver()
        .namedJar(
            new DefaultArtifact(
                dependency.getGroupId(),
                dependency.getArtifactId(),
                dependency.getClassifier(),
                dependency.getType(),
                dependency.getVersion()),
            "dependencies");
  }
}
