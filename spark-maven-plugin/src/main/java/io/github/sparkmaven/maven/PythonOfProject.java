/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.maven.parameter.PythonParameter;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.python.PythonEnvironment;
import io.github.sparkmaven.python.PythonFit;
import io.github.sparkmaven.python.PythonLayout;
import io.github.sparkmaven.python.PythonProject;
import io.github.sparkmaven.python.PythonSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** The Python of a module: the {@code python} element, read, and what follows from it. */
final class PythonOfProject {
  private final ProjectContext context;
  private final PythonParameter parameter;

  PythonOfProject(ProjectContext context) {
    this.context = context;
    this.parameter = context.declaration().python().orElseGet(PythonParameter::new);
  }

  /** What is done where Python cannot be had. */
  private enum IfUnavailable {
    FAIL,
    SKIP
  }

  /**
   * Returns where the Python stands.
   *
   * @throws io.github.sparkmaven.problem.InputException if a declared folder is none
   */
  PythonLayout layout() {
    return PythonLayout.of(context.baseFolder(), text("sourceDirectory"), text("testDirectory"));
  }

  /** Says whether the module has Python sources and none for the JVM. */
  boolean isAlone() {
    return layout().sources().isPresent()
        && Stream.of("java", "scala", "kotlin")
            .noneMatch(
                language ->
                    Files.isDirectory(context.baseFolder().resolve("src/main/" + language)));
  }

  /** Returns the Spark version that the module's Python asks for, where it has Python. */
  Optional<String> sparkVersion() {
    return projectIfAny().flatMap(PythonProject::sparkVersion);
  }

  /** Returns what the module's Python needs, where it has Python. */
  Optional<PythonProject> projectIfAny() {
    boolean python =
        context.project().getBasedir() != null
            && (!layout().isEmpty()
                || context.environment().jobs().stream()
                    .anyMatch(job -> job.parameter().pythonFile().isPresent()));
    return python ? Optional.of(project()) : Optional.empty();
  }

  /**
   * Returns the interpreter that environments are made with, which is good enough to read sources.
   *
   * @throws io.github.sparkmaven.problem.InputException if there is none
   */
  Path interpreter() {
    return project().interpreter();
  }

  /** Says whether the environment's packages are to be sent to the cluster. */
  boolean isPacked() {
    return project().settings().packed();
  }

  /** Returns what pip is to install elsewhere for the module's jobs, pyspark included. */
  List<String> requirementLines(SparkVersion spark) {
    return project().requirementLines(spark);
  }

  /**
   * Returns the environment that driver and workers run on; it is made where it is not there.
   *
   * @throws io.github.sparkmaven.problem.InputException if it does not fit, or a requirement cannot
   *     be resolved
   * @throws EnvironmentException if it cannot be had on this machine
   */
  PythonEnvironment environment(SparkVersion spark, Log log) {
    PythonEnvironment environment =
        project()
            .environment(
                spark,
                new PythonProject.Workshop(
                    context.cacheFolder(),
                    context.sparkFolder("python").resolve("pip.log"),
                    context.session().isOffline(),
                    log::info));
    PythonFit.check(environment.facts(), spark, context.java().feature()).forEach(log::warn);
    return environment;
  }

  /**
   * Returns the environment, or nothing where it cannot be had on this machine and the POM wants
   * that passed over.
   */
  Optional<PythonEnvironment> environmentIfThere(SparkVersion spark, Log log) {
    try {
      return Optional.of(environment(spark, log));
    } catch (EnvironmentException e) {
      if (!isSkippedIfUnavailable()) {
        throw e;
      }
      log.warn("SKIPPED, no Python with pyspark can be had here: " + e.getMessage());
      return Optional.empty();
    }
  }

  private boolean isSkippedIfUnavailable() {
    Problems problems = new Problems();
    IfUnavailable how =
        reader(problems)
            .choice("ifUnavailable", text("ifUnavailable").orElse(null), IfUnavailable.class)
            .orElse(IfUnavailable.FAIL);
    problems.throwIfAny();
    return how == IfUnavailable.SKIP;
  }

  private PythonProject project() {
    Problems problems = new Problems();
    ParameterReader reader = reader(problems);
    PythonSettings settings =
        new PythonSettings(
            text("executable"),
            text("requirements").stream()
                .flatMap(files -> Stream.of(files.split("\\s*,\\s*", -1)))
                .filter(file -> !file.isBlank())
                .toList(),
            reader
                .choice("environment", text("environment").orElse(null), PythonSettings.Kind.class)
                .orElse(PythonSettings.Kind.VENV),
            reader.flag("packEnvironment", text("packEnvironment").orElse(null), false));
    problems.throwIfAny();
    return new PythonProject(context.baseFolder(), settings, ProjectContext::environmentVariable);
  }

  private static ParameterReader reader(Problems problems) {
    return new ParameterReader("python", problems);
  }

  private Optional<String> text(String name) {
    return parameter.text(name, own -> context.userProperties().text("python." + own));
  }
}
