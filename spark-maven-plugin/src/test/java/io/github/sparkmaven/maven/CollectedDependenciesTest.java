/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.Exclusion;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectedDependenciesTest {
  @TempDir Path repository;
  @TempDir Path folder;
  private final Set<String> modules = new TreeSet<>();
  private final MavenProject project = new MavenProject();
  private String tools = "3.9.9 17.0.15";
  private boolean writes = true;
  private boolean ranges;
  private String version = "3.5.5";
  private int collected;

  @BeforeEach
  void declare() throws IOException {
    org.apache.maven.model.Dependency dependency = new org.apache.maven.model.Dependency();
    dependency.setGroupId("com.acme");
    dependency.setArtifactId("jobs");
    dependency.setVersion("1.0");
    project.getModel().addDependency(dependency);
    Files.writeString(repository.resolve("jobs.pom"), "<project/>");
    Files.writeString(repository.resolve("spark.pom"), "<project/>");
  }

  @Test
  void collectsOnce() {
    List<Dependency> first = find();
    List<Dependency> second = find();

    assertThat(collected).isEqualTo(1);
    assertThat(second).isEqualTo(first).isEqualTo(all());
  }

  @Test
  void collectsAnewForAnotherVersionScopeOrExclusion() {
    find();
    declared().setVersion("1.1");
    find();
    declared().setScope("provided");
    find();
    Exclusion exclusion = new Exclusion();
    exclusion.setGroupId("org.slf4j");
    exclusion.setArtifactId("slf4j-api");
    declared().addExclusion(exclusion);
    find();

    assertThat(collected).isEqualTo(4);
  }

  @Test
  void collectsAnewWithOtherTools() {
    find();
    tools = "3.9.9 21.0.4";
    find();

    assertThat(collected).isEqualTo(2);
  }

  @Test
  void collectsAnewWhereAPomWasWrittenAgain() throws IOException {
    find();
    Files.writeString(repository.resolve("spark.pom"), "<project>again</project>");
    find();

    assertThat(collected).isEqualTo(2);
  }

  @Test
  void collectsAnewWhereAPomIsGone() throws IOException {
    find();
    Files.delete(repository.resolve("spark.pom"));
    find();

    assertThat(collected).isEqualTo(2);
  }

  @Test
  void remembersNothingOfWhatMayChange() {
    for (String changing : new String[] {"1.0-SNAPSHOT", "[1.0,2.0)"}) {
      declared().setVersion(changing);
      assertRemembersNothing();
    }
  }

  @Test
  void remembersNothingWhereALibraryAsksForARange() {
    ranges = true;

    assertRemembersNothing();
  }

  @Test
  void remembersNothingWhereALibraryAsksForASnapshot() {
    version = "4.0.0-SNAPSHOT";

    assertRemembersNothing();
  }

  @Test
  void remembersNothingOfModulesOfThisBuild() {
    modules.add("jobs");

    assertRemembersNothing();
  }

  @Test
  void forgetsWhatHasBecomeAModuleOfThisBuild() {
    find();
    modules.add("jobs");
    find();

    assertThat(collected).isEqualTo(2);
  }

  @Test
  void writesNothingWhereItOnlyReads() {
    writes = false;

    assertRemembersNothing();
  }

  @Test
  void collectsAnewWhereTheFileIsBroken() throws IOException {
    find();
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      Files.writeString(file, Files.readString(file).replace("end\n", ""));
    }

    assertThat(find()).isEqualTo(all());
    assertThat(collected).isEqualTo(2);
  }

  private void assertRemembersNothing() {
    collected = 0;
    find();
    find();

    assertThat(collected).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  private List<Dependency> find() {
    return new CollectedDependencies(
            folder,
            writes,
            tools,
            artifact ->
                repository.resolve(
                    artifact.getArtifactId().startsWith("spark") ? "spark.pom" : "jobs.pom"),
            artifact -> modules.contains(artifact.getArtifactId()))
        .of(
            project,
            () -> {
              collected++;
              return new CollectedDependencies.Found(all(), ranges);
            });
  }

  private List<Dependency> all() {
    return List.of(
        new Dependency(new DefaultArtifact("com.acme", "jobs", "", "jar", "1.0"), "compile"),
        new Dependency(
            new DefaultArtifact("org.apache.spark", "spark-core_2.12", "tests", "jar", version),
            "provided",
            true));
  }

  private org.apache.maven.model.Dependency declared() {
    return project.getModel().getDependencies().get(0);
  }
}
