/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
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
    return resolve(roots, descriptor(roots.get(0)).getManagedDependencies());
  }

  /**
   * Returns what the POM of an artifact itself names as needed at compile or run time.
   *
   * @throws EnvironmentException if it cannot be read
   */
  List<Artifact> dependencies(Artifact artifact) {
    return descriptor(artifact).getDependencies().stream()
        .filter(dependency -> !dependency.getScope().equals("test"))
        .map(Dependency::getArtifact)
        .toList();
  }

  /** Returns where artifacts come from: the local repository, then the remote ones. */
  List<String> sources() {
    List<String> sources = new ArrayList<>();
    sources.add(session.getRepositorySession().getLocalRepository().getBasedir().toString());
    project
        .getRemoteProjectRepositories()
        .forEach(repository -> sources.add(repository.getId() + " " + repository.getUrl()));
    return sources;
  }

  /** Returns a resolver that looks into the repositories of another project. */
  ArtifactResolver of(MavenProject other) {
    return new ArtifactResolver(system, session, other);
  }

  /**
   * Returns the file of an artifact that a user has named.
   *
   * @param where the parameter, for the message
   * @throws InputException if no repository has it
   * @throws EnvironmentException if it cannot be had for another reason
   */
  Path namedJar(Artifact artifact, String where) {
    ArtifactRequest request =
        new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), null);
    try {
      return file(system.resolveArtifact(session.getRepositorySession(), request).getArtifact());
    } catch (ArtifactResolutionException e) {
      if (e.getResult().isMissing()) {
        throw new InputException(
            where,
            "no repository has " + artifact + ": " + e.getMessage(),
            "Give the coordinates of one that is there, or declare its repository");
      }
      throw new EnvironmentException("Cannot resolve " + artifact + ": " + e.getMessage(), e);
    }
  }

  /**
   * Returns what the POM of an artifact says.
   *
   * @throws EnvironmentException if it cannot be read
   */
  ArtifactDescriptorResult descriptor(Artifact artifact) {
    try {
      return system.readArtifactDescriptor(
          session.getRepositorySession(),
          new ArtifactDescriptorRequest(artifact, project.getRemoteProjectRepositories(), null));
    } catch (ArtifactDescriptorException e) {
      throw new EnvironmentException(
          "Cannot read the POM of " + artifact + ": " + e.getMessage(), e);
    }
  }

  /**
   * Returns the files of artifacts, without what they depend on, in the same order.
   *
   * @throws EnvironmentException if one cannot be had
   */
  List<Path> jars(List<Artifact> artifacts) {
    List<ArtifactRequest> requests =
        artifacts.stream()
            .map(
                artifact ->
                    new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), null))
            .toList();
    try {
      return system.resolveArtifacts(session.getRepositorySession(), requests).stream()
          .map(result -> file(result.getArtifact()))
          .toList();
    } catch (ArtifactResolutionException e) {
      throw new EnvironmentException(
          "Cannot resolve the run-time dependencies: " + e.getMessage(), e);
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
   * Collects the dependencies of the project with their scopes, transitive ones included.
   *
   * @throws EnvironmentException if they cannot be collected
   */
  CollectedDependencies.Found collect() {
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
      List<DependencyNode> nodes =
          flatten(system.collectDependencies(session.getRepositorySession(), collect).getRoot())
              .toList();
      return new CollectedDependencies.Found(
          nodes.stream().map(DependencyNode::getDependency).distinct().toList(),
          nodes.stream().anyMatch(ArtifactResolver::isRange));
    } catch (DependencyCollectionException e) {
      throw new EnvironmentException(
          "Cannot collect the project's dependencies, which say its Spark version and what the job"
              + " needs: "
              + e.getMessage(),
          e);
    }
  }

  static Path file(Artifact artifact) {
    return artifact.getFile().toPath();
  }

  /** Returns where the POM of an artifact is in the local repository. */
  Path pom(Artifact artifact) {
    LocalRepositoryManager local = session.getRepositorySession().getLocalRepositoryManager();
    Artifact pom =
        new DefaultArtifact(
            artifact.getGroupId(), artifact.getArtifactId(), "pom", artifact.getVersion());
    return local.getRepository().getBasedir().toPath().resolve(local.getPathForLocalArtifact(pom));
  }

  private static Stream<DependencyNode> flatten(DependencyNode node) {
    return node.getChildren().stream()
        .flatMap(child -> Stream.concat(Stream.of(child), flatten(child)));
  }

  private static boolean isRange(DependencyNode node) {
    return node.getVersionConstraint() != null && node.getVersionConstraint().getRange() != null;
  }
}
