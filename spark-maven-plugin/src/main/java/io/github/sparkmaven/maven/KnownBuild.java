/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/**
 * What a build makes classes from: where only sources decide, their dates tell whether anything has
 * changed. A generator of code may read whatever it likes, as filtered resources do.
 */
record KnownBuild(MavenProject project) {
  private static final String MAVEN = "org.apache.maven.plugins:";
  private static final Set<String> GENERATORS =
      Set.of(
          MAVEN + "maven-antrun-plugin",
          MAVEN + "maven-dependency-plugin",
          MAVEN + "maven-invoker-plugin",
          MAVEN + "maven-plugin-plugin",
          MAVEN + "maven-remote-resources-plugin");
  private static final Set<String> OF_SOURCES =
      Set.of(
          "com.diffplug.spotless:spotless-maven-plugin",
          "io.github.sparkmaven:spark-maven-plugin",
          "net.alchim31.maven:scala-maven-plugin",
          "org.jacoco:jacoco-maven-plugin",
          "org.jetbrains.kotlin:kotlin-maven-plugin",
          "org.scalastyle:scalastyle-maven-plugin");
  private static final Set<String> BEFORE_CLASSES =
      Set.of(
          "validate",
          "initialize",
          "generate-sources",
          "process-sources",
          "generate-resources",
          "process-resources",
          "compile",
          "process-classes");

  /** Returns what this build reads beside its sources, or may read. */
  Optional<String> unknown() {
    Optional<String> plugin =
        project.getBuildPlugins().stream()
            .filter(each -> !isOfSources(each))
            .filter(each -> each.getExecutions().stream().anyMatch(KnownBuild::mayComeBefore))
            .map(Plugin::getKey)
            .findFirst();
    return plugin.or(
        () ->
            project.getResources().stream()
                .filter(Resource::isFiltering)
                .map(resource -> "filtered resources")
                .findFirst());
  }

  private static boolean isOfSources(Plugin plugin) {
    String key = plugin.getKey();
    return OF_SOURCES.contains(key) || (key.startsWith(MAVEN) && !GENERATORS.contains(key));
  }

  /** An execution without a phase has that of its goal, which only Maven knows. */
  private static boolean mayComeBefore(PluginExecution execution) {
    return !execution.getGoals().isEmpty()
        && (execution.getPhase() == null || BEFORE_CLASSES.contains(execution.getPhase()));
  }
}
