/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Resolves artifacts from the project's repositories; offline when Maven is. */
final class ArtifactResolver {
  private final RepositorySystem system;
  private final MavenSession session;
  private final MavenProject project;

  ArtifactResolver(RepositorySystem system, MavenSession session, MavenProject project) {
    this.system = system;
    this.session = session;
    this.project = project;
  }

  /**
   * Resolves artifacts with all that they need at run time; of two versions, the one nearer to an
   * earlier root wins.
   *
   * @throws EnvironmentException if one cannot be had
   */
  List<Artifact> resolve(List<Artifact> roots) {
    return resolve(roots, List.of());
  }

  /**
   * Resolves artifacts in the versions that the first one's own build manages, as its distribution
   * has them. Left to themselves, Spark's POMs bring an slf4j-api that their log4j binding does not
   * fit (3.5), or an older scala-library (mllib 4.1).
   *
   * @throws EnvironmentException if one cannot be had
   */
  List<Artifact> resolveAsReleased(List<Artifact> roots) {
    ArtifactDescriptorRequest request =
        new ArtifactDescriptorRequest(roots.get(0), project.getRemoteProjectRepositories(), null);
    try {
      return resolve(
          roots,
          system
              .readArtifactDescriptor(session.getRepositorySession(), request)
              .getManagedDependencies());
    } catch (ArtifactDescriptorException e) {
      throw new EnvironmentException(
          "Cannot read the POM of " + roots.get(0) + ": " + e.getMessage(), e);
    }
  }

  /** Returns a single artifact's file, without what it depends on, if it can be had. */
  Optional<Path> jarIfThere(Artifact artifact) {
    ArtifactRequest request =
        new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), null);
    try {
      return Optional.of(
          file(system.resolveArtifact(session.getRepositorySession(), request).getArtifact()));
    } catch (ArtifactResolutionException e) {
      return Optional.empty();
    }
  }

  private List<Artifact> resolve(List<Artifact> roots, List<Dependency> managed) {
    CollectRequest collect = new CollectRequest();
    collect.setRepositories(project.getRemoteProjectRepositories());
    collect.setManagedDependencies(managed);
    roots.forEach(root -> collect.addDependency(new Dependency(root, "runtime")));
    try {
      return system
          .resolveDependencies(session.getRepositorySession(), new DependencyRequest(collect, null))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .toList();
    } catch (DependencyResolutionException e) {
      throw new EnvironmentException(
          "Cannot resolve "
              + roots
              + ": "
              + e.getMessage()
              + "; is a repository that holds them declared, and reachable?",
          e);
    }
  }

  /**
   * Returns the dependencies of the project, transitive ones included.
   *
   * @throws EnvironmentException if they cannot be collected
   */
  List<Artifact> collectOfProject() {
    CollectRequest collect = new CollectRequest();
    collect.setRepositories(project.getRemoteProjectRepositories());
    project.getDependencies().stream()
        .map(
            dependency ->
                RepositoryUtils.toDependency(
                    dependency, session.getRepositorySession().getArtifactTypeRegistry()))
        .forEach(collect::addDependency);
    if (project.getDependencyManagement() != null) {
      project.getDependencyManagement().getDependencies().stream()
          .map(
              dependency ->
                  RepositoryUtils.toDependency(
                      dependency, session.getRepositorySession().getArtifactTypeRegistry()))
          .forEach(collect::addManagedDependency);
    }
    try {
      DependencyNode root =
          system.collectDependencies(session.getRepositorySession(), collect).getRoot();
      return flatten(root);
    } catch (DependencyCollectionException e) {
      throw new EnvironmentException(
          "Cannot collect the project's dependencies, which should say its Spark version: "
              + e.getMessage(),
          e);
    }
  }

  static Path file(Artifact artifact) {
    return artifact.getFile().toPath();
  }

  private static List<Artifact> flatten(DependencyNode node) {
    return node.getChildren().stream()
        .flatMap(child -> Stream.concat(Stream.of(child.getArtifact()), flatten(child).stream()))
        .toList();
  }
}
