/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.SparkVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectedVersionsTest {
  private static final SparkVersion SPARK = new SparkVersion("3.5.5", "2.12");

  @TempDir Path folder;
  private int collected;

  @Test
  void collectsOnce() {
    assertThat(find(project("com.acme:jobs:1.0"))).contains(SPARK);
    assertThat(find(project("com.acme:jobs:1.0"))).contains(SPARK);

    assertThat(collected).isEqualTo(1);
  }

  @Test
  void collectsAnewForOtherDependencies() {
    find(project("com.acme:jobs:1.0"));
    find(project("com.acme:jobs:1.1"));

    assertThat(collected).isEqualTo(2);
  }

  @Test
  void remembersNothingOfWhatMayChange() {
    for (String version : new String[] {"1.0-SNAPSHOT", "[1.0,2.0)"}) {
      find(project("com.acme:jobs:" + version));
      find(project("com.acme:jobs:" + version));
    }

    assertThat(collected).isEqualTo(4);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void collectsAnewWhereTheFileIsBroken() throws IOException {
    find(project("com.acme:jobs:1.0"));
    try (Stream<Path> files = Files.list(folder)) {
      Files.writeString(files.findFirst().orElseThrow(), "nonsense");
    }

    assertThat(find(project("com.acme:jobs:1.0"))).contains(SPARK);
    assertThat(collected).isEqualTo(2);
  }

  private Optional<SparkVersion> find(MavenProject project) {
    return new CollectedVersions(folder)
        .of(
            project,
            () -> {
              collected++;
              return Optional.of(SPARK);
            });
  }

  private static MavenProject project(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    Dependency dependency = new Dependency();
    dependency.setGroupId(parts[0]);
    dependency.setArtifactId(parts[1]);
    dependency.setVersion(parts[2]);
    MavenProject project = new MavenProject();
    project.getModel().addDependency(dependency);
    return project;
  }
}
