/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resolves from a local repository that holds a small Spark. */
@MojoTest
class HomeArtifactsTest {
  private static final SparkVersion SPARK_4 = new SparkVersion("4.1.0", "2.13");
  private static final SparkVersion SPARK_3 = new SparkVersion("3.5.5", "2.12");
  private static final String SCALA_13 = "org.scala-lang:scala-library:2.13.13";
  private static final String SCALA_17 = "org.scala-lang:scala-library:2.13.17";

  @TempDir Path repository;
  @Inject private RepositorySystem system;

  @Test
  void hasTheScalaThatSparksBuildManagesWhateverTheProjectPins() throws IOException {
    spark4(parent(SCALA_17));

    assertThat(names(home(SPARK_4, ordered("core", "mllib"))))
        .contains("scala-library-2.13.17.jar", "collections-1.jar")
        .doesNotContain("scala-library-2.13.13.jar");
  }

  @Test
  void hasTheScalaOfSparkCoreWhereNothingIsManaged() throws IOException {
    spark4("");

    assertThat(names(home(SPARK_4, ordered("core", "mllib"))))
        .contains("scala-library-2.13.17.jar")
        .doesNotContain("scala-library-2.13.13.jar");
  }

  @Test
  void addsWhatYarnNeedsWithoutTheProxysOwnDependencies() throws IOException {
    spark3();

    assertThat(names(home(SPARK_3, ordered("core"), "yarn")))
        .containsExactlyInAnyOrder(
            "spark-core_2.12-3.5.5.jar",
            "spark-yarn_2.12-3.5.5.jar",
            "hadoop-client-api-3.3.4.jar",
            "hadoop-yarn-server-web-proxy-3.3.4.jar");
  }

  @Test
  void addsTheProxyWhereTheProjectItselfNamesYarn() throws IOException {
    spark3();

    assertThat(names(home(SPARK_3, ordered("core", "yarn"))))
        .contains("hadoop-yarn-server-web-proxy-3.3.4.jar");
  }

  @Test
  void needsNoProxyFromSpark4On() throws IOException {
    spark4("");
    artifact("org.apache.spark:spark-yarn_2.13:4.1.0", "", List.of());

    assertThat(names(home(SPARK_4, Set.of("core"), "yarn")))
        .contains("spark-yarn_2.13-4.1.0.jar")
        .noneMatch(name -> name.contains("web-proxy"));
  }

  @Test
  void namesTheModuleThatNoRepositoryHas() throws IOException {
    spark4("");
    HomeArtifacts home = home(SPARK_4, Set.of("core"), "kubernetes");

    assertThatThrownBy(home::jars)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot resolve org.apache.spark:spark-kubernetes_2.13:jar:4.1.0: a Spark home for this"
                + " job needs spark-kubernetes, and no repository of the project has it (an offline"
                + " build only what was resolved before); declare a repository that holds it, or"
                + " give <sparkHome>, a distribution of Spark 4.1 with Scala 2.13");
  }

  @Test
  void isAnotherOneForAnotherManager() {
    assertThat(home(SPARK_3, Set.of("core"), "yarn").identity())
        .isNotEqualTo(home(SPARK_3, Set.of("core")).identity())
        .contains(repository.toString());
  }

  private void spark4(String parent) throws IOException {
    artifact("org.apache.spark:spark-core_2.13:4.1.0", parent, List.of(SCALA_17));
    artifact("org.apache.spark:spark-mllib_2.13:4.1.0", parent, List.of("com.acme:collections:1"));
    artifact("com.acme:collections:1", "", List.of(SCALA_13));
    artifact(SCALA_13, "", List.of());
    artifact(SCALA_17, "", List.of());
  }

  private void spark3() throws IOException {
    artifact("org.apache.spark:spark-core_2.12:3.5.5", "", List.of());
    artifact(
        "org.apache.spark:spark-yarn_2.12:3.5.5",
        "",
        List.of("org.apache.hadoop:hadoop-client-api:3.3.4"));
    artifact("org.apache.hadoop:hadoop-client-api:3.3.4", "", List.of());
    artifact(
        "org.apache.hadoop:hadoop-yarn-server-web-proxy:3.3.4",
        "",
        List.of("org.eclipse.jetty:jetty-server:9"));
  }

  /** Writes the POM of Spark's build, which manages a version, and returns the reference to it. */
  private String parent(String managed) throws IOException {
    String coordinates = "org.apache.spark:spark-parent_2.13:4.1.0";
    artifact(
        coordinates,
        "<packaging>pom</packaging><dependencyManagement>"
            + dependencies(List.of(managed))
            + "</dependencyManagement>",
        List.of());
    return "<parent>" + elements(coordinates) + "</parent>";
  }

  private void artifact(String coordinates, String more, List<String> needs) throws IOException {
    String[] words = coordinates.split(":", -1);
    Path folder =
        Files.createDirectories(
            repository.resolve(words[0].replace('.', '/')).resolve(words[1]).resolve(words[2]));
    String file = words[1] + "-" + words[2];
    Files.writeString(
        folder.resolve(file + ".pom"),
        "<project><modelVersion>4.0.0</modelVersion>"
            + elements(coordinates)
            + more
            + dependencies(needs)
            + "</project>");
    Files.writeString(folder.resolve(file + ".jar"), "");
  }

  private static String dependencies(List<String> all) {
    StringBuilder text = new StringBuilder("<dependencies>");
    all.forEach(each -> text.append("<dependency>").append(elements(each)).append("</dependency>"));
    return text.append("</dependencies>").toString();
  }

  private static String elements(String coordinates) {
    String[] words = coordinates.split(":", -1);
    return "<groupId>"
        + words[0]
        + "</groupId><artifactId>"
        + words[1]
        + "</artifactId><version>"
        + words[2]
        + "</version>";
  }

  private HomeArtifacts home(SparkVersion spark, Set<String> modules, String... needed) {
    return new HomeArtifacts(
        spark,
        modules,
        Set.of(needed),
        new ArtifactResolver(system, session(), projectWithAnOlderScala()));
  }

  private static Set<String> ordered(String... modules) {
    return new LinkedHashSet<>(List.of(modules));
  }

  private static List<String> names(HomeArtifacts home) {
    return home.jars().stream().map(jar -> String.valueOf(jar.getFileName())).toList();
  }

  private static MavenProject projectWithAnOlderScala() {
    Dependency pinned = new Dependency();
    pinned.setGroupId("org.scala-lang");
    pinned.setArtifactId("scala-library");
    pinned.setVersion("2.13.13");
    Model model = new Model();
    model.setDependencyManagement(new DependencyManagement());
    model.getDependencyManagement().addDependency(pinned);
    MavenProject project = new MavenProject(model);
    project.setRemoteArtifactRepositories(List.of());
    return project;
  }

  @SuppressWarnings("deprecation") // the only one that needs no container
  private MavenSession session() {
    DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
    session.setOffline(true);
    session.setLocalRepositoryManager(
        system.newLocalRepositoryManager(session, new LocalRepository(repository.toFile())));
    return new MavenSession(
        null, session, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult());
  }
}
