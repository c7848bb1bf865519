/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/** What a project's POM says of its dependencies. */
record DeclaredDependencies(MavenProject project) {
  private static final Pattern CHANGING = Pattern.compile(".*(-SNAPSHOT|[\\[(,\\])]).*");

  /** Says whether a snapshot or a range may bring another dependency tomorrow. */
  boolean mayChange() {
    return all()
        .map(Dependency::getVersion)
        .anyMatch(version -> version != null && CHANGING.matcher(version).matches());
  }

  /** Returns a line for each dependency, managed ones included, with all that decides. */
  List<String> lines() {
    return all()
        .map(
            dependency ->
                String.join(
                    ":",
                    dependency.getManagementKey(),
                    String.valueOf(dependency.getVersion()),
                    String.valueOf(dependency.getScope()),
                    String.valueOf(dependency.getOptional()),
                    exclusions(dependency)))
        .toList();
  }

  private Stream<Dependency> all() {
    Stream<Dependency> managed =
        Optional.ofNullable(project.getDependencyManagement()).stream()
            .flatMap(management -> management.getDependencies().stream());
    return Stream.concat(project.getDependencies().stream(), managed);
  }

  private static String exclusions(Dependency dependency) {
    return dependency.getExclusions().stream()
        .map(exclusion -> exclusion.getGroupId() + "/" + exclusion.getArtifactId())
        .collect(Collectors.joining(" "));
  }
}
