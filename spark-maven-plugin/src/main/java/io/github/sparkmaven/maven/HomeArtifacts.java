/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.EnvironmentException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * The artifacts that a Spark home is made of: the project's own modules of Spark, and those that it
 * needs although the project does not name them.
 */
final class HomeArtifacts {
  private static final String HADOOP = "org.apache.hadoop";

  private final SparkVersion spark;
  private final Set<String> ofProject;
  private final List<String> added;
  private final ArtifactResolver resolver;

  /**
   * Takes what a home is for.
   *
   * @param ofProject the modules that the project shows
   * @param needed the modules that its manager and its settings need
   */
  HomeArtifacts(
      SparkVersion spark, Set<String> ofProject, Set<String> needed, ArtifactResolver resolver) {
    this.spark = spark;
    this.ofProject = new LinkedHashSet<>(ofProject);
    this.added = needed.stream().filter(module -> !ofProject.contains(module)).sorted().toList();
    this.resolver = resolver;
  }

  /** Returns what decides the jars, a line each, besides what the repositories hold. */
  List<String> identity() {
    List<String> lines = new ArrayList<>();
    roots().forEach(root -> lines.add(root.toString()));
    lines.addAll(resolver.sources());
    return lines;
  }

  /**
   * Resolves the jars.
   *
   * @throws EnvironmentException if one cannot be had
   */
  List<Path> jars() {
    return artifacts().stream().map(ArtifactResolver::file).toList();
  }

  /**
   * Resolves the artifacts whose files are the jars.
   *
   * @throws EnvironmentException if one cannot be had
   */
  List<Artifact> artifacts() {
    added.forEach(this::refuseMissing);
    List<Artifact> artifacts = new ArrayList<>(resolver.resolveAsReleased(roots()));
    if (needsWebProxy()) {
      artifacts.add(webProxy());
    }
    return artifacts;
  }

  private List<Artifact> roots() {
    List<Artifact> roots = new ArrayList<>();
    ofProject.forEach(module -> roots.add(SparkOfProject.module(module, spark)));
    added.forEach(module -> roots.add(SparkOfProject.module(module, spark)));
    return roots;
  }

  private void refuseMissing(String module) {
    Artifact artifact = SparkOfProject.module(module, spark);
    if (resolver.jarIfThere(artifact).isEmpty()) {
      throw missing(artifact, "spark-" + module);
    }
  }

  /**
   * Spark's distribution has the filter of Hadoop's web proxy, which a driver on YARN puts before
   * its UI; no POM of a module says so. Spark 4.0 brought a filter of its own (SPARK-48238).
   */
  private boolean needsWebProxy() {
    return !spark.atLeast(4, 0) && (ofProject.contains("yarn") || added.contains("yarn"));
  }

  /** The filter alone is needed; what the proxy itself depends on is a server. */
  private Artifact webProxy() {
    Artifact yarn = SparkOfProject.module("yarn", spark);
    String version =
        resolver.dependencies(yarn).stream()
            .filter(artifact -> artifact.getGroupId().equals(HADOOP))
            .map(Artifact::getVersion)
            .findFirst()
            .orElseThrow(
                () ->
                    new EnvironmentException(
                        "The POM of "
                            + yarn
                            + " names no Hadoop, so that the version of hadoop-yarn-server-web-proxy is unknown;"
                            + remedy(),
                        null));
    Artifact proxy = new DefaultArtifact(HADOOP, "hadoop-yarn-server-web-proxy", "jar", version);
    return resolver
        .jarIfThere(proxy)
        .map(jar -> proxy.setFile(jar.toFile()))
        .orElseThrow(() -> missing(proxy, "hadoop-yarn-server-web-proxy"));
  }

  private EnvironmentException missing(Artifact artifact, String name) {
    return new EnvironmentException(
        "Cannot resolve "
            + artifact
            + ": a Spark home for this job needs "
            + name
            + ", and no repository of the project has it (an offline build only what was resolved before);"
            + remedy(),
        null);
  }

  private String remedy() {
    return " declare a repository that holds it, or give <sparkHome>, a distribution of Spark "
        + spark.major()
        + "."
        + spark.minor()
        + " with Scala "
        + spark.scalaVersion();
  }
}
