/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.files.CacheFolder;
import io.github.sparkmaven.home.HomeAssembler;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.home.SparkHomeFinder;
import io.github.sparkmaven.problem.InputException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * The project that a goal runs in, seen through what Spark needs of it.
 *
 * @param session the Maven session
 * @param project the module
 * @param userProperties what stands on the command line
 * @param resolver resolves artifacts
 * @param toolchainManager knows the build's JDK toolchain
 * @param declaration what the POM's configuration says
 */
record ProjectContext(
    MavenSession session,
    MavenProject project,
    UserProperties userProperties,
    ArtifactResolver resolver,
    ToolchainManager toolchainManager,
    Declaration declaration) {

  /** Returns the chosen environment. */
  ChosenEnvironment environment() {
    return new ChosenEnvironment(declaration, userProperties);
  }

  /** Returns a folder below {@code target/spark}. */
  Path sparkFolder(String name) {
    return target().resolve("spark").resolve(name);
  }

  Path target() {
    return Path.of(project.getBuild().getDirectory());
  }

  Path baseFolder() {
    return project.getBasedir().toPath();
  }

  /** Returns the Spark that the project shows, if it shows one. */
  Optional<SparkVersion> spark() {
    return new SparkOfProject(project, resolver)
        .version(
            userProperties.text("sparkVersion").or(declaration::sparkVersion),
            new CollectedVersions(cacheFolder().resolve("spark-versions")));
  }

  /**
   * Returns the project's Spark where the goal cannot do without.
   *
   * @throws InputException if the project does not show it
   */
  SparkVersion requiredSpark() {
    return spark()
        .orElseThrow(
            () ->
                new InputException(
                    "sparkVersion",
                    "the project has no dependency of org.apache.spark, and no version is given",
                    "Add spark-sql as a provided dependency, or give <sparkVersion>4.1.0</sparkVersion>"));
  }

  /**
   * Says whether tests are off in Maven's own way, {@code skipTests} or {@code maven.test.skip}, in
   * the POM or on the command line.
   */
  boolean skipsTests() {
    return Stream.of("skipTests", "maven.test.skip")
        .map(
            name ->
                session
                    .getUserProperties()
                    .getProperty(name, project.getProperties().getProperty(name, "false")))
        .anyMatch(value -> value.isEmpty() || value.equals("true"));
  }

  /** Returns the JDK that Spark JVMs run on: the build's toolchain, else Maven's own. */
  JavaHome java() {
    Optional<Toolchain> toolchain =
        Optional.ofNullable(toolchainManager.getToolchainFromBuildContext("jdk", session));
    return JavaHome.of(
        toolchain
            .map(jdk -> jdk.findTool("java"))
            .map(java -> Objects.requireNonNull(Path.of(java).getParent()).getParent())
            .orElseGet(() -> Path.of(System.getProperty("java.home"))));
  }

  /** Returns the Spark home on this machine that the project may use, if there is one. */
  Optional<SparkHome> foundHome(SparkVersion spark) {
    Optional<Path> declared =
        userProperties.text("sparkHome").map(Path::of).or(declaration::sparkHome);
    return new SparkHomeFinder(spark, ProjectContext::environmentVariable).find(declared);
  }

  /** Returns the site's configuration folder, where one is declared. */
  Optional<Path> declaredConfFolder() {
    return userProperties
        .text("sparkConfDir")
        .map(Path::of)
        .or(declaration::sparkConfDir)
        .map(Path::toAbsolutePath);
  }

  /** Returns a Spark home: a found one, else one assembled from the project's artifacts. */
  SparkHome home(SparkVersion spark) {
    return foundHome(spark).orElseGet(() -> assembledHome(spark));
  }

  private SparkHome assembledHome(SparkVersion spark) {
    SparkOfProject ofProject = new SparkOfProject(project, resolver);
    return new HomeAssembler(cacheFolder())
        .assemble(
            spark,
            resolver.resolveAsReleased(ofProject.homeRoots(spark)).stream()
                .map(ArtifactResolver::file)
                .toList());
  }

  /** Returns the one folder outside of target that is written to. */
  Path cacheFolder() {
    return userProperties
        .text("cacheDirectory")
        .map(Path::of)
        .or(declaration::cacheDirectory)
        .orElseGet(
            () ->
                CacheFolder.ofUser(
                    ProjectContext::environmentVariable,
                    Path.of(System.getProperty("user.home")),
                    System.getProperty("os.name")))
        .toAbsolutePath();
  }

  static Optional<String> environmentVariable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
