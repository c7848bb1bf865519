/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.maven.parameter.JobParameter;
import io.github.sparkmaven.maven.parameter.PomElement;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.program.CompiledClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedJobTest {
  private static final String CLASS = "com.acme.Clustering";
  private static final String CLUSTERING =
      "package com.acme; public class Clustering { public static void main(String[] a) {} }";
  private static final String SCORING =
      "package com.acme; public class Scoring { public static void main(String[] a) {} }";

  @TempDir Path folder;
  private final Properties user = new Properties();
  private final MavenProject project = new MavenProject(new Model());
  private Path classes;
  private Path jar;

  @BeforeEach
  void makeProject() {
    classes = folder.resolve("classes");
    jar = folder.resolve("job-1.0.jar");
    Build build = new Build();
    build.setDirectory(folder.toString());
    build.setOutputDirectory(classes.toString());
    build.setFinalName("job-1.0");
    project.setBuild(build);
    project.setArtifact(
        new DefaultArtifact(
            "com.acme", "job", "1.0", null, "jar", null, new DefaultArtifactHandler("jar")));
  }

  @Test
  void takesTheCommandLinesMainClassFirst() throws IOException {
    user.setProperty("spark.maven.mainClass", "com.acme.FromCommandLine");
    CompiledClasses.compile(classes, CLUSTERING).jar(jar, "com.acme.FromManifest");

    assertThat(job("<mainClass>com.acme.FromPom</mainClass>").mainClass())
        .contains("com.acme.FromCommandLine");
  }

  @Test
  void takesThePomsMainClassBeforeTheManifests() throws IOException {
    CompiledClasses.compile(classes, CLUSTERING).jar(jar, "com.acme.FromManifest");

    assertThat(job("<mainClass>com.acme.FromPom</mainClass>").mainClass())
        .contains("com.acme.FromPom");
  }

  @Test
  void takesTheManifestsMainClassBeforeTheClasses() throws IOException {
    CompiledClasses.compile(classes, CLUSTERING, SCORING).jar(jar, "com.acme.FromManifest");

    assertThat(job("").mainClass()).contains("com.acme.FromManifest");
  }

  @Test
  void takesTheOneClassWithAMain() throws IOException {
    CompiledClasses.compile(classes, CLUSTERING).jar(jar);

    assertThat(job("").mainClass()).contains("com.acme.Clustering");
  }

  @Test
  void hasNoJobWhereNoClassHasAMain() {
    assertThat(job("").mainClass()).isEmpty();
  }

  @Test
  void asksForAMainClassWhereSeveralClassesHaveOne() throws IOException {
    CompiledClasses.compile(classes, SCORING, CLUSTERING);

    assertThatThrownBy(() -> job("").mainClass())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "job/mainClass: is missing, and several classes have a main method:"
                + " com.acme.Clustering, com.acme.Scoring. Give one of them, or"
                + " -Dspark.maven.mainClass=com.acme.Clustering");
  }

  @Test
  void takesTheJarOfThisBuild() throws IOException {
    Path built = CompiledClasses.compile(classes, CLUSTERING).jar(folder.resolve("built.jar"));
    project.getArtifact().setFile(built.toFile());
    CompiledClasses.compile(classes, CLUSTERING).jar(jar);

    assertThat(job("").jar(CLASS)).isEqualTo(built);
  }

  @Test
  void takesTheShadedJarOfThisBuild() throws IOException {
    Path built = CompiledClasses.compile(classes, CLUSTERING).jar(folder.resolve("built.jar"));
    project.getArtifact().setFile(built.toFile());
    Path shaded = CompiledClasses.compile(classes, SCORING).jar(folder.resolve("built-shaded.jar"));
    DefaultArtifact attached =
        new DefaultArtifact(
            "com.acme", "job", "1.0", null, "jar", "shaded", new DefaultArtifactHandler("jar"));
    attached.setFile(shaded.toFile());
    project.addAttachedArtifact(attached);

    assertThat(job("").jar(CLASS)).isEqualTo(shaded);
  }

  @Test
  void takesTheJarOfAnEarlierBuild() throws IOException {
    CompiledClasses.compile(classes, CLUSTERING).jar(jar);
    age(classes.resolve("com/acme/Clustering.class"), 100);
    age(jar, 200);

    assertThat(job("").jar(CLASS)).isEqualTo(jar);
  }

  @Test
  void passesOverJarsOfOtherVersionsThatEarlierBuildsLeft() throws IOException {
    CompiledClasses.compile(classes, CLUSTERING).jar(jar);
    CompiledClasses.compile(classes, CLUSTERING, SCORING)
        .jar(folder.resolve("job-1.0-SNAPSHOT.jar"));
    CompiledClasses.compile(classes, CLUSTERING, SCORING).jar(folder.resolve("job-1.0-2.jar"));
    try (Stream<Path> files = Files.walk(classes)) {
      files.forEach(file -> age(file, 100));
    }
    age(jar, 200);

    assertThat(job("").jar(CLASS)).isEqualTo(jar);
  }

  @Test
  void refusesAJarThatIsOlderThanTheClasses() throws IOException {
    CompiledClasses.compile(classes, CLUSTERING).jar(jar);
    age(jar, 100);
    age(classes.resolve("com/acme/Clustering.class"), 200);

    assertThatThrownBy(() -> job("").jar(CLASS))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "job: the packaged job %s is older than the classes. Run mvn package spark:submit",
            jar);
  }

  @Test
  void refusesAJarThatIsOlderThanAnEditedSource() throws IOException {
    CompiledClasses.compile(classes, CLUSTERING).jar(jar);
    Path sources = Files.createDirectories(folder.resolve("src"));
    Path edited = Files.writeString(sources.resolve("Clustering.java"), CLUSTERING);
    Path notes = Files.writeString(sources.resolve("notes.txt"), "no source");
    project.addCompileSourceRoot(sources.toString());
    age(classes.resolve("com/acme/Clustering.class"), 100);
    age(jar, 200);
    age(notes, 300);
    age(edited, 150);
    assertThat(job("").jar(CLASS)).isEqualTo(jar);
    age(edited, 300);

    assertThatThrownBy(() -> job("").jar(CLASS))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "job: the packaged job %s is older than the source %s. Run mvn package spark:submit",
            jar, edited);
  }

  @Test
  void refusesSourcesOfWhichNothingIsBuilt() {
    project.addCompileSourceRoot(folder.toString());

    assertThatThrownBy(() -> job("").mainClass())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "job: nothing is built yet: there is no %s. Run mvn package spark:submit", classes);
  }

  @Test
  void saysThatThereIsNoJar() {
    assertThatThrownBy(() -> job("").jar(CLASS))
        .isInstanceOf(InputException.class)
        .hasMessage("job: there is no packaged job at %s. Run mvn package spark:submit", jar);
  }

  private PackagedJob job(String children) {
    JobParameter parameter = PomElement.fill(new JobParameter(), children);
    return new PackagedJob(
        new PomContext(project, user).with(parameter).get(),
        new NamedJob(Optional.empty(), parameter),
        Optional.empty());
  }

  private static void age(Path file, int secondsSinceEpoch) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(secondsSinceEpoch)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
