/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.jobtest.JobTestRequest;
import io.github.sparkmaven.jobtest.TestJvm;
import io.github.sparkmaven.jobtest.TestSelection;
import io.github.sparkmaven.jobtest.declared.DeclaredTests;
import io.github.sparkmaven.jobtest.declared.LocalProgram;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.runtime.ClassDataArchives;
import io.github.sparkmaven.runtime.ForkClassPath;
import io.github.sparkmaven.runtime.LocalSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Puts together what the test goal works on. */
final class TestRequests {
  private final ProjectContext context;
  private final OwnJars ownJars;
  private final Log log;
  private final Once<SparkHome> home;
  private final TestClassPath classPath;
  private final PythonTestRequests python;

  TestRequests(ProjectContext context, OwnJars ownJars, Log log) {
    this.context = context;
    this.ownJars = ownJars;
    this.log = log;
    this.home = new Once<>(() -> context.home(context.requiredSpark(), Manager.LOCAL));
    this.classPath = new TestClassPath(context, ownJars.runner());
    this.python = new PythonTestRequests(context, ownJars, log);
  }

  JobTestRequest request(TestElement.Options options) {
    return new JobTestRequest(
        context::requiredSpark,
        new Once<>(() -> jvm(options)),
        declared(options),
        new TestSelection(
            Path.of(context.project().getBuild().getTestOutputDirectory()),
            options.includes(),
            options.filter()),
        python.tests(options),
        classPath::entries,
        LocalSettings.of(new GivenConf(context).layers(context.environment().common())),
        context.target().resolve("spark-reports"),
        context.sparkFolder("tests"),
        options.timeout(),
        options.failureIgnored());
  }

  private TestJvm jvm(TestElement.Options options) {
    return new TestJvm(
        context.java(),
        new Once<>(() -> classPath.sparkLauncher().orElseGet(this::launcherOfPython)),
        new ClassDataArchives(context.cacheFolder(), System.getenv(), Clock.systemUTC()),
        options.archiveUse(),
        options.jvmOptions(),
        context.baseFolder());
  }

  private Path launcherOfPython() {
    return python
        .home()
        .map(SparkHome::launcherJar)
        .orElseThrow(
            () ->
                new InputException(
                    "dependencies",
                    "Spark is not on the test class path",
                    "Add spark-sql as a provided dependency"));
  }

  private DeclaredTests declared(TestElement.Options options) {
    return new DeclaredTests(
        options.casesFolder(),
        options.filter()::takesCase,
        options.update(),
        options.caseTimeout(),
        this::program,
        this::standOfCases);
  }

  private Optional<LocalProgram> program(Optional<String> name) {
    ChosenEnvironment environment = context.environment();
    NamedJob job = name.map(environment::job).orElseGet(environment::job);
    SparkVersion spark = context.requiredSpark();
    Plan plan = Planning.plan(new PlanRequests(context).request(spark, job));
    return new PythonJob(context, job).isPython()
        ? python.program(job, plan)
        : Optional.of(packaged(job, plan));
  }

  private LocalProgram packaged(NamedJob job, Plan plan) {
    PackagedJob packaged = new PackagedJob(context, job, Optional.empty());
    String mainClass =
        packaged
            .mainClass()
            .orElseThrow(
                () ->
                    new InputException(
                        job.where() + "/mainClass",
                        "is missing, and no class has a main method",
                        "Give the class that the declared cases of this module are to run"));
    Path jar = packaged.jar(mainClass);
    List<Path> jars =
        new RuntimeDependencies(context, new Once<>(() -> ProvidedJars.of(home.get())))
            .missingFrom(jar);
    log.debug("Goes along with " + jar + ": " + jars);
    return new LocalProgram(
        Optional.of(mainClass),
        jar,
        jars,
        List.of(),
        plan.job().arguments(),
        LocalSettings.ofPlan(plan.conf()));
  }

  /** As spark-submit has it: all jars of the home; the job's own come by its class loader. */
  private DeclaredTests.Stand standOfCases(DeclaredTests.Kind kind) {
    return switch (kind) {
      case JVM ->
          new DeclaredTests.Stand(
              new ForkClassPath(
                  Stream.concat(
                          ProvidedJars.of(home.get()).jars().stream(), ownJars.ofCases().stream())
                      .toList(),
                  Set.of()),
              Map.of());
      case PYTHON -> python.standOfCases();
    };
  }
}
