/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.check.Dependency;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.program.CandidateJar;
import io.github.sparkmaven.program.JarContents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.jspecify.annotations.Nullable;

/** What a program needs at run time beside its jar and Spark. */
final class RuntimeDependencies {
  private final ProjectContext context;
  private final Supplier<ProvidedJars> provided;

  /**
   * Looks at the dependencies of a project.
   *
   * @param provided what Spark provides; asked only where there are dependencies
   */
  RuntimeDependencies(ProjectContext context, Supplier<ProvidedJars> provided) {
    this.context = context;
    this.provided = provided;
  }

  /**
   * Returns the jars that have to go along with a jar.
   *
   * @throws InputException if one is a module of this build and not packaged
   */
  List<Path> missingFrom(Path jar) {
    if (!hasDependencies()) {
      return List.of();
    }
    JarContents contents = JarContents.of(jar);
    List<Artifact> wanted =
        missing()
            .filter(artifact -> !contents.hasMark(artifact.getGroupId(), artifact.getArtifactId()))
            .toList();
    return jars(wanted).stream().filter(file -> !contents.carries(JarContents.of(file))).toList();
  }

  /**
   * Returns the jars that have to go along with a Python program: what the project's own classes
   * are packaged in, and what they need.
   *
   * @throws InputException if one is a module of this build and not packaged
   */
  List<Path> ofPython() {
    List<Path> own =
        new PackagedJars(context.project())
            .all().stream()
                .filter(
                    jar -> jar.classifier().isEmpty() && JarContents.of(jar.file()).hasClasses())
                .map(CandidateJar::file)
                .toList();
    if (!own.isEmpty()) {
      return Stream.concat(own.stream(), missingFrom(own.get(0)).stream()).toList();
    }
    return hasDependencies() ? jars(missing().toList()) : List.of();
  }

  /**
   * Returns all dependencies of the project but those of tests, with the jars of those that Spark
   * does not provide.
   *
   * @throws InputException if one is a module of this build and not packaged
   */
  List<Dependency> all() {
    if (context.project().getDependencies().isEmpty()) {
      return List.of();
    }
    List<org.eclipse.aether.graph.Dependency> collected = context.dependencies();
    List<Artifact> own = missing(collected).toList();
    List<Path> files = jars(own);
    return collected.stream()
        .map(
            dependency ->
                dependency(
                    dependency,
                    Optional.of(own.indexOf(dependency.getArtifact()))
                        .filter(at -> at >= 0)
                        .map(files::get)))
        .toList();
  }

  private Dependency dependency(
      org.eclipse.aether.graph.Dependency dependency, Optional<Path> jar) {
    Artifact artifact = dependency.getArtifact();
    boolean declared =
        context.project().getDependencies().stream()
            .anyMatch(
                own ->
                    own.getGroupId().equals(artifact.getGroupId())
                        && own.getArtifactId().equals(artifact.getArtifactId()));
    return new Dependency(
        artifact.getGroupId(),
        artifact.getArtifactId(),
        artifact.getVersion(),
        declared,
        !isRuntime(dependency.getScope()),
        jar);
  }

  private Stream<Artifact> missing() {
    return missing(context.dependencies());
  }

  private Stream<Artifact> missing(List<org.eclipse.aether.graph.Dependency> collected) {
    return collected.stream()
        .filter(dependency -> isRuntime(dependency.getScope()))
        .map(org.eclipse.aether.graph.Dependency::getArtifact)
        .distinct()
        .filter(artifact -> artifact.getExtension().equals("jar"))
        .filter(artifact -> !provided.get().has(artifact));
  }

  private boolean hasDependencies() {
    return context.project().getDependencies().stream()
        .anyMatch(dependency -> isRuntime(dependency.getScope()));
  }

  private static boolean isRuntime(@Nullable String scope) {
    return scope == null || Set.of("", "compile", "runtime").contains(scope);
  }

  private List<Path> jars(List<Artifact> artifacts) {
    List<Artifact> ofRepositories = new ArrayList<>(artifacts);
    ofRepositories.removeIf(artifact -> module(artifact).isPresent());
    List<Path> resolved = context.resolver().jars(ofRepositories);
    // In the order of the class path.
    return artifacts.stream()
        .map(
            artifact ->
                module(artifact)
                    .map(project -> packaged(project, artifact))
                    .orElseGet(() -> resolved.get(ofRepositories.indexOf(artifact))))
        .toList();
  }

  private Optional<MavenProject> module(Artifact artifact) {
    return context.session().getProjects().stream()
        .filter(
            project ->
                project.getGroupId().equals(artifact.getGroupId())
                    && project.getArtifactId().equals(artifact.getArtifactId())
                    && project.getVersion().equals(artifact.getBaseVersion()))
        .findFirst();
  }

  /**
   * Of a module that was only compiled, Maven would give a folder, which Spark takes for no jar.
   */
  private static Path packaged(MavenProject project, Artifact artifact) {
    Optional<String> classifier =
        Optional.of(artifact.getClassifier()).filter(text -> !text.isEmpty());
    PackagedJars jars = new PackagedJars(project);
    Path file =
        jars.all().stream()
            .filter(jar -> jar.classifier().equals(classifier))
            .map(CandidateJar::file)
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "dependencies",
                        artifact + " is a module of this build, and is not packaged",
                        "Run mvn package spark:submit"));
    if (!jars.ofThisBuild()) {
      new Freshness(project).check(file);
    }
    return file;
  }
}
