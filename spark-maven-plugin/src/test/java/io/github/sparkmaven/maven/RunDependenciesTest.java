/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDependenciesTest {
  @TempDir Path folder;

  @Test
  void takesAllButThoseOfTestsInOrder() throws IOException {
    MavenProject project = new MavenProject(new Model());
    project.setArtifacts(
        new LinkedHashSet<>(
            List.of(
                artifact("org.apache.spark", "spark-core_2.12", "provided", true),
                artifact("com.acme", "rates", "compile", true),
                artifact("org.junit", "junit", "test", true),
                artifact("com.acme", "notes", "compile", false),
                artifact("com.acme", "driver", "runtime", true))));

    assertThat(RunDependencies.of(project).files())
        .containsExactly(jar("spark-core_2.12"), jar("rates"), jar("driver"));
  }

  @Test
  void remembersThemForTheStateOfABuild() throws IOException {
    RunDependencies dependencies = some();
    dependencies.remember(folder, "state");

    assertThat(RunDependencies.remembered(folder, "state")).contains(dependencies);
    assertThat(RunDependencies.remembered(folder, "another")).isEmpty();
  }

  @Test
  void forgetsThemWhereAJarIsGone() throws IOException {
    some().remember(folder, "state");
    Files.delete(jar("rates"));

    assertThat(RunDependencies.remembered(folder, "state")).isEmpty();
  }

  @Test
  void forgetsThemWhereTheFileIsNotOurs() throws IOException {
    some().remember(folder, "state");
    Path file = folder.resolve("built.txt");
    Files.writeString(file, Files.readString(file) + "torn\n");

    assertThat(RunDependencies.remembered(folder, "state")).isEmpty();
  }

  @Test
  void remembersNothingBeforeTheFirstRun() {
    assertThat(RunDependencies.remembered(folder, "state")).isEmpty();
  }

  @Test
  void knowsSparksLauncher() throws IOException {
    assertThat(some().launcher()).isEqualTo(jar("spark-launcher_2.12"));
  }

  @Test
  void asksForSparkWhereItIsNotThere() {
    RunDependencies dependencies =
        new RunDependencies(
            List.of(new RunDependencies.Entry("com.acme", "spark-launcher_2.12", jar("x"))));

    assertThatThrownBy(dependencies::launcher)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "dependencies: Spark is not on the class path. Add spark-sql as a provided dependency");
  }

  private RunDependencies some() throws IOException {
    Files.writeString(jar("spark-launcher_2.12"), "");
    Files.writeString(jar("rates"), "");
    return new RunDependencies(
        List.of(
            new RunDependencies.Entry(
                "org.apache.spark", "spark-launcher_2.12", jar("spark-launcher_2.12")),
            new RunDependencies.Entry("com.acme", "rates", jar("rates"))));
  }

  private Artifact artifact(String group, String name, String scope, boolean isOfClassPath)
      throws IOException {
    DefaultArtifactHandler handler = new DefaultArtifactHandler("jar");
    handler.setAddedToClasspath(isOfClassPath);
    Artifact artifact = new DefaultArtifact(group, name, "1.0", scope, "jar", null, handler);
    artifact.setFile(jar(name).toFile());
    return artifact;
  }

  private Path jar(String name) {
    return folder.resolve(name + ".jar");
  }
}
