/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeAssembler;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.RememberedJars;
import io.github.sparkmaven.home.SiteEnvironment;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.home.SparkHomeFinder;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.python.PythonEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.aether.artifact.Artifact;

/** The Spark home that a project's goals use. */
final class HomeOfProject {
  private final ProjectContext context;
  private final SparkVersion spark;

  HomeOfProject(ProjectContext context, SparkVersion spark) {
    this.context = context;
    this.spark = spark;
  }

  /** Returns the home on this machine that the project may use, if there is one. */
  Optional<SparkHome> found() {
    Optional<Path> declared =
        context
            .userProperties()
            .text("sparkHome")
            .map(Path::of)
            .or(context.declaration()::sparkHome)
            .map(Path::toAbsolutePath);
    return new SparkHomeFinder(spark, ProjectContext::environmentVariable).find(declared);
  }

  /** Returns a found home, else one that is assembled for a manager. */
  SparkHome of(Manager manager) {
    return found().orElseGet(() -> assembled(manager));
  }

  /** Returns the folder of the site's Spark configuration, as Spark itself looks for it. */
  Optional<Path> confFolder() {
    return context
        .declaredConfFolder()
        .or(() -> ProjectContext.environmentVariable("SPARK_CONF_DIR").map(Path::of))
        .or(() -> found().map(home -> home.path().resolve("conf")));
  }

  /**
   * Returns the home that Python programs run from: a found one that has Spark's Python side, else
   * the one that the interpreter's pyspark carries.
   *
   * @throws InputException if there is none
   */
  SparkHome ofPython(PythonEnvironment python) {
    return found()
        .filter(home -> Files.isDirectory(home.path().resolve("python")))
        .or(python::home)
        .orElseThrow(
            () ->
                new InputException(
                    "python/environment",
                    python.executable()
                        + " has no pyspark, and there is no other Spark home with a python folder",
                    "Install it, as with "
                        + python.executable()
                        + " -m pip install pyspark=="
                        + spark.version()
                        + ", or have an environment made with <environment>venv</environment>"));
  }

  /** Returns how JVMs are run from the home's jars; the home is made when it is first needed. */
  HomeJvm jvm(Manager manager, Path runner) {
    return jvm(() -> of(manager), manager, runner);
  }

  /** Returns how JVMs are run from the jars of a home. */
  HomeJvm jvm(Supplier<SparkHome> home, Manager manager, Path runner) {
    return new HomeJvm(
        home, context.java(), runner, context.declaredConfFolder(), siteVariables(manager));
  }

  /** Only a manager that is asked through Hadoop's or Kubernetes' client needs the site's word. */
  private Map<String, String> siteVariables(Manager manager) {
    return switch (manager) {
      case LOCAL, STANDALONE -> Map.of();
      case YARN, KUBERNETES ->
          confFolder()
              .map(folder -> SiteEnvironment.of(folder, found().map(SparkHome::path)))
              .orElse(Map.of());
    };
  }

  /** Resolves what a home is assembled from. */
  List<Artifact> artifacts(Manager manager) {
    return homeArtifacts(manager).artifacts();
  }

  private SparkHome assembled(Manager manager) {
    return new HomeAssembler(context.cacheFolder()).assemble(spark, jars(homeArtifacts(manager)));
  }

  private HomeArtifacts homeArtifacts(Manager manager) {
    SparkOfProject ofProject = new SparkOfProject(context.project());
    return new HomeArtifacts(spark, ofProject.homeModules(), needed(manager), context.resolver());
  }

  private List<Path> jars(HomeArtifacts artifacts) {
    // Another one may stand behind a snapshot's name tomorrow.
    return spark.version().endsWith("-SNAPSHOT")
        ? artifacts.jars()
        : new RememberedJars(context.cacheFolder()).of(artifacts.identity(), artifacts::jars);
  }

  private Set<String> needed(Manager manager) {
    Set<String> modules = new TreeSet<>();
    switch (manager) {
      case LOCAL, STANDALONE -> {}
      case YARN, KUBERNETES -> modules.add(manager.label());
    }
    if (usesHive()) {
      modules.add("hive");
    }
    return modules;
  }

  private boolean usesHive() {
    GivenConf conf = new GivenConf(context);
    return context.environment().jobs().stream()
        .flatMap(job -> conf.of(spark, job).find("spark.sql.catalogImplementation").stream())
        .map(Setting::value)
        .anyMatch("hive"::equals);
  }
}
