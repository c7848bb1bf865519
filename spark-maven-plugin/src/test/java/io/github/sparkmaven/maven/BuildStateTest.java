/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildStateTest {
  @TempDir Path folder;
  private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final Properties user = new Properties();
  private final Properties system = new Properties();
  private final MavenProject project = new MavenProject(new Model());
  private List<MavenProject> projects = List.of(project);

  @BeforeEach
  void makeModule() throws IOException {
    Build build = new Build();
    build.setDirectory(folder.resolve("target").toString());
    build.setOutputDirectory(folder.resolve("target/classes").toString());
    project.setBuild(build);
    project.setFile(folder.resolve("pom.xml").toFile());
    write("pom.xml", "<project/>");
    write("src/main/java/Job.java", "class Job {}");
    write("target/classes/Job.class", "compiled");
    system.setProperty("maven.version", "3.9.9");
    system.setProperty("java.home", "/usr/lib/jvm/17");
  }

  @Test
  void isTheSameWhereNothingHasChanged() throws IOException {
    String before = digest().orElseThrow();
    write("target/report.txt", "not looked at");
    user.setProperty("spark.maven.arguments", "--k 3");
    user.setProperty("spark.sql.shuffle.partitions", "8");

    assertThat(digest()).contains(before);
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/java/Job.java, class Job { int k; }",
    "src/main/java/Other.java, class Other {}",
    "src/main/resources/rates.csv, 1",
    "target/classes/Job.class, compiled elsewhere",
    "pom.xml, <project></project>",
    ".mvn/maven.config, -Pother",
  })
  void isAnotherOneWhereAFileHasChanged(String file, String content) throws IOException {
    String before = digest().orElseThrow();
    write(file, content);

    assertThat(digest()).isPresent().isNotEqualTo(Optional.of(before));
  }

  @Test
  void isAnotherOneWhereOnlyADateHasChanged() throws IOException {
    String before = digest().orElseThrow();
    Files.setLastModifiedTime(folder.resolve("src/main/java/Job.java"), FileTime.fromMillis(1));

    assertThat(digest()).isPresent().isNotEqualTo(Optional.of(before));
  }

  @Test
  void isAnotherOneWhereAFileIsGone() throws IOException {
    String before = digest().orElseThrow();
    Files.delete(folder.resolve("target/classes/Job.class"));

    assertThat(digest()).isPresent().isNotEqualTo(Optional.of(before));
  }

  @ParameterizedTest
  @CsvSource({"maven.version, 3.9.10", "java.home, /usr/lib/jvm/21"})
  void isAnotherOneWithOtherTools(String property, String value) {
    String before = digest().orElseThrow();
    system.setProperty(property, value);

    assertThat(digest()).isPresent().isNotEqualTo(Optional.of(before));
  }

  @Test
  void isAnotherOneWhereThePomUsesAPropertyThatIsGiven() {
    project.getModel().addProperty("spark.version", "3.5.5");
    String before = digest().orElseThrow();
    user.setProperty("spark.version", "3.5.4");

    assertThat(digest()).isPresent().isNotEqualTo(Optional.of(before));
  }

  @Test
  void isAnotherOneWithAnotherDependency() {
    String before = digest().orElseThrow();
    project.getModel().addDependency(dependency("1.1"));

    assertThat(digest()).isPresent().isNotEqualTo(Optional.of(before));
  }

  @ParameterizedTest
  @CsvSource({"1.0-SNAPSHOT", "'[1.0,2.0)'"})
  void cannotTellWithDependenciesThatMayChange(String version) {
    project.getModel().addDependency(dependency(version));

    assertThat(digest()).isEmpty();
  }

  @Test
  void cannotTellInABuildOfSeveralModules() {
    projects = List.of(project, new MavenProject(new Model()));

    assertThat(digest()).isEmpty();
  }

  @Test
  void cannotTellWhereMavenIsToLookForUpdates() {
    request.setUpdateSnapshots(true);

    assertThat(digest()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "org.xolstice.maven.plugins, protobuf-maven-plugin, , false",
    "org.apache.avro, avro-maven-plugin, generate-sources, false",
    "org.apache.maven.plugins, maven-antrun-plugin, process-classes, false",
    "org.apache.avro, avro-maven-plugin, package, true",
    "org.apache.maven.plugins, maven-compiler-plugin, compile, true",
    "net.alchim31.maven, scala-maven-plugin, , true",
  })
  void cannotTellWithAGeneratorOfCode(
      String group, String artifact, @Nullable String phase, boolean tells) {
    PluginExecution execution = new PluginExecution();
    execution.addGoal("any");
    execution.setPhase(phase);
    Plugin plugin = new Plugin();
    plugin.setGroupId(group);
    plugin.setArtifactId(artifact);
    plugin.addExecution(execution);
    project.getBuild().addPlugin(plugin);

    assertThat(digest().isPresent()).isEqualTo(tells);
  }

  @Test
  void cannotTellWithFilteredResources() {
    Resource resource = new Resource();
    resource.setDirectory(folder.resolve("src/main/resources").toString());
    resource.setFiltering(true);
    project.getBuild().addResource(resource);

    assertThat(digest()).isEmpty();
  }

  @Test
  @SuppressWarnings("JavaUtilDate") // Maven's own
  void isSettledWhereNothingWasWrittenSinceMavenWasStarted() throws IOException {
    for (String file : new String[] {"pom.xml", "src/main/java/Job.java"}) {
      Files.setLastModifiedTime(folder.resolve(file), FileTime.fromMillis(1_000_000));
    }
    request.setStartTime(new Date(1_000_001));
    assertThat(state().isSettled()).isTrue();

    request.setStartTime(new Date(1_000_000));
    assertThat(state().isSettled()).isFalse();
  }

  private static Dependency dependency(String version) {
    Dependency dependency = new Dependency();
    dependency.setGroupId("com.acme");
    dependency.setArtifactId("rates");
    dependency.setVersion(version);
    return dependency;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Optional<String> digest() {
    return state().digest();
  }

  @SuppressWarnings("deprecation") // the only session that needs no container
  private BuildState state() {
    request.setSystemProperties(system);
    request.setUserProperties(user);
    request.setMultiModuleProjectDirectory(folder.toFile());
    MavenSession session =
        new MavenSession(
            null,
            MavenRepositorySystemUtils.newSession(),
            request,
            new DefaultMavenExecutionResult());
    session.setProjects(projects);
    return new BuildState(new PomContext(project, user).in(session).get());
  }
}
