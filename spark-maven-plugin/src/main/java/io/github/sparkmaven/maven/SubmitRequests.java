/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.maven.parameter.SubmitDeclaration;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanFiles;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.submit.Application;
import io.github.sparkmaven.submit.Feasibility;
import io.github.sparkmaven.submit.NextSteps;
import io.github.sparkmaven.submit.OwnAddresses;
import io.github.sparkmaven.submit.OwnMaster;
import io.github.sparkmaven.submit.PlannedTarget;
import io.github.sparkmaven.submit.Project;
import io.github.sparkmaven.submit.SubmitOptions;
import io.github.sparkmaven.submit.SubmitRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Puts together what a submission is made from: the plan, the program, and what goes along. */
final class SubmitRequests {
  private final NamedJob job;
  private final Path runner;
  private final Log log;

  /**
   * Puts together the requests of a job.
   *
   * @param runner our own jar for the JVMs of Spark
   * @param log told which dependencies go along, and of warnings
   */
  SubmitRequests(NamedJob job, Path runner, Log log) {
    this.job = job;
    this.runner = runner;
    this.log = log;
  }

  /**
   * Returns the request for a program.
   *
   * @throws io.github.sparkmaven.problem.InputException with all that cannot be
   */
  SubmitRequest request(SubmittedProgram program, SubmitDeclaration declared) {
    ProjectContext context = program.context();
    SparkVersion spark = context.requiredSpark();
    Plan plan = plan(context, spark);
    PythonOnCluster python = new PythonOnCluster(program, plan.cluster());
    Map<String, String> settings = new TreeMap<>(python.settings());
    settings.putAll(declared.settings());
    Target target = PlannedTarget.of(plan, settings);
    HomeJvm jvm = jvm(program, target.manager(), declared);
    Application application =
        application(program, declared, plan, jvm, python).withSettings(target.conf());
    ProgramSettings own = ProgramSettings.of(program);
    own.note().ifPresent(log::debug);
    check(
        new Feasibility(target, spark, application, OwnAddresses.ofInterfaces()),
        new OwnMaster(target, own.settings()),
        declared);
    return new SubmitRequest(
        new Project(program.coordinates(), job.name(), plan.environment()),
        application,
        target,
        spark,
        jvm,
        context.sparkFolder("submissions"),
        context.baseFolder(),
        new SubmitOptions(
            declared.waitFor(), declared.timeout(), declared.onRunning(), declared.proxyUser()),
        NextSteps.MAVEN);
  }

  private Plan plan(ProjectContext context, SparkVersion spark) {
    PlanRequest request = new PlanRequests(context).request(spark, job);
    Plan plan = Planning.plan(request);
    plan.tuning().warnings().forEach(log::warn);
    if (plan.pods().driver().isPresent() || plan.pods().executor().isPresent()) {
      // The settings name the templates by their place.
      PlanFiles.write(plan, request.folder());
    }
    return plan;
  }

  private HomeJvm jvm(SubmittedProgram program, Manager manager, SubmitDeclaration declared) {
    HomeOfProject homes = new HomeOfProject(program.context(), program.context().requiredSpark());
    HomeJvm jvm =
        program
            .python()
            .map(python -> homes.jvm(() -> homes.ofPython(python), manager, runner))
            .orElseGet(() -> homes.jvm(manager, runner));
    Map<String, String> environment = new TreeMap<>(jvm.environment());
    environment.putAll(declared.env());
    return new HomeJvm(
        new Once<>(jvm.home()), jvm.java(), jvm.runner(), jvm.confFolder(), environment);
  }

  private Application application(
      SubmittedProgram program,
      SubmitDeclaration declared,
      Plan plan,
      HomeJvm jvm,
      PythonOnCluster python) {
    List<String> dependencies =
        declared.dependencies() ? dependencies(program, jvm.home()) : List.of();
    SubmitDeclaration.Along along = declared.along();
    return new Application(
        program.name(),
        program.resource(),
        program.file(),
        program.mainClass(),
        plan.job().arguments(),
        Stream.concat(along.jars().stream(), dependencies.stream()).distinct().toList(),
        along.files(),
        Stream.concat(along.archives().stream(), python.archives().stream()).toList(),
        Stream.concat(program.pyFiles().stream(), python.imported(along.pyFiles()).stream())
            .toList());
  }

  private List<String> dependencies(SubmittedProgram program, Supplier<SparkHome> home) {
    if (program.ofProgram().isEmpty() || program.file().isEmpty()) {
      return List.of();
    }
    RuntimeDependencies dependencies =
        new RuntimeDependencies(
            program.ofProgram().get(), new Once<>(() -> ProvidedJars.of(home.get())));
    List<Path> jars =
        program.isPython()
            ? dependencies.ofPython()
            : dependencies.missingFrom(program.file().get());
    if (!jars.isEmpty()) {
      log.info(
          "Passed along, because "
              + program.file().get().getFileName()
              + " does not carry them and Spark does not provide them: "
              + jars.stream()
                  .map(file -> String.valueOf(file.getFileName()))
                  .collect(Collectors.joining(", ")));
    }
    return jars.stream().map(Path::toString).toList();
  }

  private void check(Feasibility feasibility, OwnMaster master, SubmitDeclaration declared) {
    Problems problems = new Problems();
    master.check(problems);
    feasibility.check(declared.waitFor(), problems);
    problems.throwIfAny();
    List<String> exposed = feasibility.exposedSecrets();
    if (!exposed.isEmpty()) {
      log.warn(
          "In standalone cluster mode Spark itself puts every setting on the driver's command line,"
              + " where anybody on the worker can read these: "
              + String.join(", ", exposed));
    }
  }
}
