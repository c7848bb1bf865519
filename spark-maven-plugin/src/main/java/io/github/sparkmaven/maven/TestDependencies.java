/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.EnvironmentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Dependency;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * What a module's test class path will hold, as far as it is collected: no sibling needs to be
 * built for that.
 */
record TestDependencies(ProjectContext context) {
  private static final Pattern CORE = Pattern.compile("spark-core_(\\d+\\.\\d+)");
  private static final Pattern LAUNCHER = Pattern.compile("spark-launcher_(\\d+\\.\\d+)");
  private static final Set<String> JUPITER = Set.of("org.junit.jupiter", "org.junit.platform");

  /** Returns the Spark that tests run with, if there is one. */
  Optional<SparkVersion> spark() {
    return artifacts("org.apache.spark")
        .flatMap(
            artifact -> {
              Matcher core = CORE.matcher(artifact.getArtifactId());
              return core.matches()
                  ? Stream.of(new SparkVersion(artifact.getBaseVersion(), core.group(1)))
                  : Stream.empty();
            })
        .findFirst();
  }

  /**
   * Resolves the project's own spark-launcher, and nothing else.
   *
   * @throws EnvironmentException if it cannot be had
   */
  Path launcher(SparkVersion spark) {
    DefaultArtifact launcher =
        artifacts("org.apache.spark")
            .filter(artifact -> LAUNCHER.matcher(artifact.getArtifactId()).matches())
            .findFirst()
            .map(
                found ->
                    new DefaultArtifact(
                        found.getGroupId(), found.getArtifactId(), "jar", found.getVersion()))
            .orElseGet(
                () ->
                    new DefaultArtifact(
                        "org.apache.spark",
                        "spark-launcher_" + spark.scalaVersion(),
                        "jar",
                        spark.version()));
    return context
        .resolver()
        .jarIfThere(launcher)
        .orElseThrow(
            () ->
                new EnvironmentException(
                    "Cannot resolve "
                        + launcher
                        + ", which says what options Spark needs: no repository of the project has it"
                        + " (an offline build only what was resolved before)",
                    null));
  }

  /** Says whether Arrow is there; spark-sql brings it. */
  boolean haveArrow() {
    return artifacts("org.apache.arrow").findAny().isPresent();
  }

  /**
   * Says whether there are tests of the JUnit Platform. What a library brings along counts only
   * where the module names no older framework; junit-platform-runner is for JUnit 4's runner. A
   * module without sources of tests may have the dependency from its parent.
   */
  boolean haveJupiter() {
    if (!Files.isDirectory(context.baseFolder().resolve("src/test"))
        && context.project().getTestCompileSourceRoots().stream()
            .noneMatch(root -> Files.isDirectory(Path.of(root)))) {
      return false;
    }
    if (artifacts("org.junit.platform")
        .anyMatch(artifact -> artifact.getArtifactId().equals("junit-platform-runner"))) {
      return false;
    }
    return named(JUPITER)
        || (!named(Set.of("junit", "org.testng")) && JUPITER.stream().anyMatch(this::has));
  }

  private boolean has(String group) {
    return artifacts(group).findAny().isPresent();
  }

  private boolean named(Set<String> groups) {
    return context.project().getDependencies().stream()
        .map(Dependency::getGroupId)
        .anyMatch(groups::contains);
  }

  private Stream<Artifact> artifacts(String group) {
    return context.project().getArtifacts().stream()
        .filter(artifact -> artifact.getGroupId().equals(group));
  }
}
