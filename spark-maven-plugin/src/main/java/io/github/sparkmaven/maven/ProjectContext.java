/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.files.CacheFolder;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.problem.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;

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

  private static final Pattern RUN =
      Pattern.compile("(?:spark|.*:spark-maven-plugin(?::[^:@]+)?):run(?:@.*)?");

  /** Returns the chosen environment. */
  ChosenEnvironment environment() {
    return new ChosenEnvironment(declaration, userProperties);
  }

  /** Returns this context with another project in the place of the module. */
  ProjectContext with(MavenProject other) {
    return new ProjectContext(
        session, other, userProperties, resolver.of(other), toolchainManager, declaration);
  }

  /** Returns this context with another environment chosen. */
  ProjectContext inEnvironment(String name) {
    return new ProjectContext(
        session,
        project,
        userProperties.with("environment", name),
        resolver,
        toolchainManager,
        declaration);
  }

  /** Says whether Maven was called where no project is. */
  boolean isWithoutProject() {
    return !session.getRequest().isProjectPresent();
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

  /**
   * Says whether Maven was called for nothing but {@code spark:run}, so that all other goals run in
   * the lifecycle before it.
   */
  boolean isForRunAlone() {
    List<String> goals = session.getGoals();
    return !goals.isEmpty() && goals.stream().allMatch(goal -> RUN.matcher(goal).matches());
  }

  /** Says whether an entry of a class path is another one after the next build. */
  boolean isMadeAnew(Path entry) {
    return !Files.isRegularFile(entry)
        || entry.toString().endsWith("-SNAPSHOT.jar")
        || session.getProjects().stream()
            .anyMatch(module -> entry.startsWith(module.getBuild().getDirectory()));
  }

  /** Returns the Spark that the project shows, if it shows one. */
  Optional<SparkVersion> spark() {
    return spark(true);
  }

  /** Returns the same, and keeps nothing of it in the cache folder. */
  Optional<SparkVersion> sparkWithoutTrace() {
    return spark(false);
  }

  /**
   * Returns the dependencies of the project, transitive ones included, without those of tests.
   *
   * @throws io.github.sparkmaven.problem.EnvironmentException if they cannot be collected
   */
  List<Dependency> dependencies() {
    return collected(true).stream()
        .filter(dependency -> !dependency.getScope().equals("test"))
        .toList();
  }

  private Optional<SparkVersion> spark(boolean leavesTrace) {
    return new SparkOfProject(project)
        .version(
            () ->
                new PythonOfProject(this)
                    .sparkVersion()
                    .or(() -> userProperties.text("sparkVersion").or(declaration::sparkVersion)),
            () -> collected(leavesTrace));
  }

  private List<Dependency> collected(boolean leavesTrace) {
    Properties system = session.getSystemProperties();
    return new CollectedDependencies(
            cacheFolder().resolve("dependencies"),
            leavesTrace,
            Stream.of("maven.version", "java.version", "os.name", "os.arch")
                .map(system::getProperty)
                .collect(Collectors.joining(" ")),
            resolver::pom,
            this::isModule)
        .of(project, resolver::collect);
  }

  private boolean isModule(Artifact artifact) {
    return session.getProjects().stream()
        .anyMatch(
            module ->
                module.getGroupId().equals(artifact.getGroupId())
                    && module.getArtifactId().equals(artifact.getArtifactId()));
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
                    "the project has no dependency of org.apache.spark, its Python pins no pyspark, and no version is given",
                    "Add spark-sql as a provided dependency, pin pyspark==4.1.0 in requirements.txt, or give <sparkVersion>4.1.0</sparkVersion>"));
  }

  /**
   * Says whether tests are off in Maven's own way, {@code skipTests} or {@code maven.test.skip}, in
   * the POM or on the command line.
   */
  boolean skipsTests() {
    return Stream.of("skipTests", "maven.test.skip")
        .flatMap(name -> mavenProperty(name).stream())
        .anyMatch(ProjectContext::isTrue);
  }

  /** Says whether failing tests leave the build green in Maven's own way. */
  boolean ignoresTestFailures() {
    return mavenProperty("maven.test.failure.ignore").map(ProjectContext::isTrue).orElse(false);
  }

  private Optional<String> mavenProperty(String name) {
    return Optional.ofNullable(
        session.getUserProperties().getProperty(name, project.getProperties().getProperty(name)));
  }

  private static boolean isTrue(String value) {
    return value.isEmpty() || value.equals("true");
  }

  /** Returns the JDK that Spark JVMs run on: the build's toolchain, else Maven's own. */
  JavaHome java() {
    return java(Optional.ofNullable(toolchainManager.getToolchainFromBuildContext("jdk", session)));
  }

  /**
   * Returns the JDK of the toolchains that fits to what a plugin asks for, as surefire finds it.
   */
  JavaHome java(Map<String, String> wanted) {
    return java(toolchainManager.getToolchains(session, "jdk", wanted).stream().findFirst());
  }

  private static JavaHome java(Optional<Toolchain> toolchain) {
    return JavaHome.of(
        toolchain
            .map(jdk -> jdk.findTool("java"))
            .map(java -> Objects.requireNonNull(Path.of(java).getParent()).getParent())
            .orElseGet(() -> Path.of(System.getProperty("java.home"))));
  }

  /** Returns the site's configuration folder, where one is declared. */
  Optional<Path> declaredConfFolder() {
    return userProperties
        .text("sparkConfDir")
        .map(Path::of)
        .or(declaration::sparkConfDir)
        .map(Path::toAbsolutePath);
  }

  /** Returns the folder of the site's Spark configuration in use, where there is one. */
  Optional<Path> confFolder(SparkVersion spark) {
    return new HomeOfProject(this, spark).confFolder();
  }

  /**
   * Returns a Spark home: a found one, else one assembled from the project's artifacts and what the
   * manager needs.
   *
   * @param manager the manager that the job is submitted to
   */
  SparkHome home(SparkVersion spark, Manager manager) {
    return new HomeOfProject(this, spark).of(manager);
  }

  /**
   * Returns how JVMs are run from the home's jars; the home is made when it is first needed.
   *
   * @param manager the manager that the job is submitted to
   * @param runner our own jar for the JVMs of Spark
   */
  HomeJvm homeJvm(SparkVersion spark, Manager manager, Path runner) {
    return new HomeOfProject(this, spark).jvm(manager, runner);
  }

  /** Returns the artifacts that a Spark home of the project is assembled from. */
  List<Artifact> homeArtifacts(SparkVersion spark, Manager manager) {
    return new HomeOfProject(this, spark).artifacts(manager);
  }

  /** Says whether the build names a Spark distribution to use. */
  boolean declaresHome() {
    return userProperties.text("sparkHome").isPresent() || declaration.sparkHome().isPresent();
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
