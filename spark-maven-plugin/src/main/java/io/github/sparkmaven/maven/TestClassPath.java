/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.runtime.ForkClassPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.eclipse.aether.artifact.DefaultArtifact;

/** The class path that job tests run on: the project's, and what it lacks of the JUnit Platform. */
final class TestClassPath {
  private static final String PLATFORM = "org.junit.platform";
  private static final String JUPITER = "org.junit.jupiter";

  private final ProjectContext context;
  private final Path runner;

  /** Takes our runner's jar, which is put on the class path too. */
  TestClassPath(ProjectContext context, Path runner) {
    this.context = context;
    this.runner = runner;
  }

  /** Returns jars and folders in order. */
  ForkClassPath entries() {
    try {
      List<Path> entries =
          new ArrayList<>(
              context.project().getTestClasspathElements().stream().map(Path::of).toList());
      entries.addAll(missingOfPlatform());
      Set<Path> madeAnew = entries.stream().filter(context::isMadeAnew).collect(Collectors.toSet());
      entries.add(runner);
      return new ForkClassPath(entries, madeAnew);
    } catch (DependencyResolutionRequiredException e) {
      throw new EnvironmentException("The test class path is not resolved: " + e.getMessage(), e);
    }
  }

  /** Returns the project's own spark-launcher, where it is on the test class path. */
  Optional<Path> sparkLauncher() {
    return context.project().getArtifacts().stream()
        .filter(artifact -> artifact.getGroupId().equals("org.apache.spark"))
        .filter(artifact -> artifact.getArtifactId().startsWith("spark-launcher_"))
        .map(artifact -> artifact.getFile().toPath())
        .findFirst();
  }

  /**
   * As surefire does: the launcher, and Jupiter's engine, in the versions of the API that the
   * project has.
   */
  private List<Path> missingOfPlatform() {
    String platform =
        version(PLATFORM, "junit-platform-commons")
            .orElseThrow(
                () ->
                    new InputException(
                        "dependencies",
                        "there is no JUnit Platform on the test class path",
                        "Add org.junit.jupiter:junit-jupiter with scope test"));
    List<org.eclipse.aether.artifact.Artifact> wanted = new ArrayList<>();
    wanted.add(new DefaultArtifact(PLATFORM, "junit-platform-launcher", "jar", platform));
    boolean engineThere = version(JUPITER, "junit-jupiter-engine").isPresent();
    if (!engineThere) {
      version(JUPITER, "junit-jupiter-api")
          .ifPresent(
              api -> wanted.add(new DefaultArtifact(JUPITER, "junit-jupiter-engine", "jar", api)));
    }
    Set<String> there =
        context.project().getArtifacts().stream()
            .map(artifact -> artifact.getGroupId() + ":" + artifact.getArtifactId())
            .collect(Collectors.toSet());
    return context.resolver().resolve(wanted).stream()
        .filter(artifact -> !there.contains(artifact.getGroupId() + ":" + artifact.getArtifactId()))
        .map(ArtifactResolver::file)
        .toList();
  }

  private Optional<String> version(String group, String artifactId) {
    return context.project().getArtifacts().stream()
        .filter(
            artifact ->
                artifact.getGroupId().equals(group) && artifact.getArtifactId().equals(artifactId))
        .map(Artifact::getVersion)
        .findFirst();
  }
}
