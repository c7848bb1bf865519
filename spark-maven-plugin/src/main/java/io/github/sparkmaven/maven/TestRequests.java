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

  TestRequests(ProjectContext context, OwnJars ownJars, Log log) {
    this.context = context;
    this.ownJars = ownJars;
    this.log = log;
    this.home = new Once<>(() -> context.home(context.requiredSpark(), Manager.LOCAL));
    this.classPath = new TestClassPath(context, ownJars.runner());
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
        classPath::entries,
        LocalSettings.of(new PlanRequests(context).layers(context.environment().common())),
        context.target().resolve("spark-reports"),
        context.sparkFolder("tests"),
        options.timeout(),
        options.failureIgnored());
  }

  private TestJvm jvm(TestElement.Options options) {
    return new TestJvm(
        context.java(),
        classPath.sparkLauncher(),
        new ClassDataArchives(context.cacheFolder(), System.getenv(), Clock.systemUTC()),
        options.archiveUse(),
        options.jvmOptions(),
        context.baseFolder());
  }

  private DeclaredTests declared(TestElement.Options options) {
    return new DeclaredTests(
        options.casesFolder(),
        options.filter()::takesCase,
        options.update(),
        options.caseTimeout(),
        this::program,
        new Once<>(this::classPathOfCases));
  }

  private LocalProgram program(Optional<String> name) {
    ChosenEnvironment environment = context.environment();
    NamedJob job = name.map(environment::job).orElseGet(environment::job);
    SparkVersion spark = context.requiredSpark();
    Plan plan = Planning.plan(new PlanRequests(context).request(spark, job));
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
        mainClass, jar, jars, plan.job().arguments(), LocalSettings.ofPlan(plan.conf()));
  }

  /** As spark-submit has it: all jars of the home; the job's own come by its class loader. */
  private ForkClassPath classPathOfCases() {
    return new ForkClassPath(
        Stream.concat(ProvidedJars.of(home.get()).jars().stream(), ownJars.ofCases().stream())
            .toList(),
        Set.of());
  }
}
