/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.EnvironmentException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.jspecify.annotations.Nullable;

/** Reads from a project which Spark it uses: version, Scala suffix and modules. */
final class SparkOfProject {
  private static final String GROUP = "org.apache.spark";
  private static final Pattern MODULE = Pattern.compile("spark-(.+)_(\\d+\\.\\d+)");
  // What a distribution has; connectors such as spark-sql-kafka are the job's own unless it calls
  // them provided.
  private static final Set<String> OF_DISTRIBUTION =
      Set.of("core", "sql", "mllib", "graphx", "streaming", "hive", "yarn", "kubernetes");

  private final MavenProject project;

  SparkOfProject(MavenProject project) {
    this.project = project;
  }

  /**
   * Finds the version: in the dependencies (the model's first, because collecting takes most of a
   * second), else in the dependencyManagement, else as declared.
   *
   * @param declared what else says the version, asked last
   * @param collected all dependencies, transitive ones included
   * @return nothing when the project shows no Spark
   */
  Optional<SparkVersion> version(
      Supplier<Optional<String>> declared,
      Supplier<List<org.eclipse.aether.graph.Dependency>> collected) {
    Optional<SparkVersion> known =
        project.getDependencies().stream().flatMap(SparkOfProject::ofDependency).findFirst();
    if (known.isPresent()) {
      return known;
    }
    Supplier<Optional<SparkVersion>> elsewhere =
        () ->
            ofManagement()
                .or(
                    () ->
                        declared
                            .get()
                            .map(version -> new SparkVersion(version, usualScala(version))));
    try {
      return ofTransitive(collected).or(elsewhere);
    } catch (EnvironmentException e) {
      // What cannot be collected does not matter where the version is known all the same.
      return Optional.of(elsewhere.get().orElseThrow(() -> e));
    }
  }

  /** Returns the modules whose dependencies make a Spark home for this project, core first. */
  Set<String> homeModules() {
    Set<String> modules = new LinkedHashSet<>(List.of("core", "sql"));
    for (Dependency dependency : project.getDependencies()) {
      Matcher module = MODULE.matcher(dependency.getArtifactId());
      boolean spares =
          dependency.getGroupId().equals(GROUP)
              && module.matches()
              && dependency.getClassifier() == null;
      if (spares
          && (OF_DISTRIBUTION.contains(module.group(1))
              || "provided".equals(dependency.getScope()))) {
        modules.add(module.group(1));
      }
    }
    return modules;
  }

  /** Returns the artifact of one of Spark's modules. */
  static Artifact module(String name, SparkVersion spark) {
    return new DefaultArtifact(
        GROUP, "spark-" + name + "_" + spark.scalaVersion(), "jar", spark.version());
  }

  private Optional<SparkVersion> ofTransitive(
      Supplier<List<org.eclipse.aether.graph.Dependency>> collected) {
    if (project.getDependencies().isEmpty()) {
      return Optional.empty();
    }
    return collected.get().stream()
        .map(org.eclipse.aether.graph.Dependency::getArtifact)
        .flatMap(
            artifact ->
                version(artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion()))
        .findFirst();
  }

  private Optional<SparkVersion> ofManagement() {
    return Optional.ofNullable(project.getDependencyManagement()).stream()
        .flatMap(management -> management.getDependencies().stream())
        .flatMap(SparkOfProject::ofDependency)
        .findFirst();
  }

  private static Stream<SparkVersion> ofDependency(Dependency dependency) {
    return version(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
  }

  /**
   * Modules of other versions (connectors) share the group; only a distribution's modules say the
   * version.
   */
  private static Stream<SparkVersion> version(
      String group, String artifact, @Nullable String version) {
    Matcher module = MODULE.matcher(artifact);
    // A managed entry may have exclusions alone, and a range is decided by collecting.
    return version != null
            && Character.isDigit(version.charAt(0))
            && group.equals(GROUP)
            && module.matches()
            && OF_DISTRIBUTION.contains(module.group(1))
        ? Stream.of(new SparkVersion(version, module.group(2)))
        : Stream.empty();
  }

  /** The Scala that Spark's own downloads are built with. */
  private static String usualScala(String version) {
    return version.startsWith("3.") ? "2.12" : "2.13";
  }
}
