/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.cluster.LiveClusters;
import io.github.sparkmaven.launcher.SparkLauncherJobLauncher;
import io.github.sparkmaven.maven.parameter.SubmitDeclaration;
import io.github.sparkmaven.maven.parameter.SubmitParameter;
import io.github.sparkmaven.submit.DryRun;
import io.github.sparkmaven.submit.Submit;
import io.github.sparkmaven.submit.SubmitRequest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Submits the packaged job, follows it to its end, and fails the build unless it succeeded.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "submit",
    defaultPhase = LifecyclePhase.DEPLOY,
    requiresProject = false,
    threadSafe = true)
public final class SubmitMojo extends AbstractSparkMojo {
  /**
   * What is submitted ({@code applicationResource}, {@code classifier} or {@code artifact}, {@code
   * dependencies}, {@code files}, {@code jars}, {@code archives}, {@code pyFiles}), as whom ({@code
   * proxyUser}, {@code principal}, {@code keytab}, {@code env}), how it is followed ({@code wait},
   * {@code waitFor}, {@code timeout}, {@code onRunning}), and what has to be given before ({@code
   * requireProperty}, {@code dryRun}); each also {@code -Dspark.maven.submit.<name>}, but for
   * {@code env}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable SubmitParameter submit;

  /**
   * Whether to do nothing; also {@code -Dspark.maven.submit.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipSubmit;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("submit.skip", skipSubmit);
  }

  /** What the command line names is of no module. */
  @Override
  boolean isForAllModules(ProjectContext context) {
    return SubmitElement.of(context, submit).line().bringsItsJar();
  }

  /** A module of packaging pom has no jar of its own; its modules submit theirs. */
  @Override
  boolean servesPackagingPom(ProjectContext context) {
    return context.isWithoutProject()
        || isForAllModules(context)
        || (context.project().getModules().isEmpty()
            && SubmitElement.of(context, submit).bringsItsJar());
  }

  @Override
  void runGoal(ProjectContext context) {
    SubmitElement element = SubmitElement.of(context, submit);
    Path base =
        context.isWithoutProject()
            ? Path.of(context.session().getExecutionRootDirectory())
            : context.baseFolder();
    SubmitDeclaration declared = element.read(base);
    NamedJob job = context.environment().job();
    Optional<SubmittedProgram> program =
        new ProgramFinder(context, job, getLog()).find(declared.what());
    if (program.isEmpty()) {
      getLog()
          .info(
              "No job (no class with a main method, no Python program that can run here): passed over");
      return;
    }
    if (!declared.dryRun()) {
      element.guard(context.userProperties().properties());
    }
    SubmitRequest request =
        new SubmitRequests(job, ownJars().runner(), getLog()).request(program.get(), declared);
    if (declared.dryRun()) {
      getLog().info("Nothing is submitted; this command would:\n" + DryRun.command(request));
    } else {
      getLog().info(submit(context).run(request).summary());
    }
  }

  private Submit submit(ProjectContext context) {
    return new Submit(
        new SparkLauncherJobLauncher(),
        new LiveClusters(),
        new SubmitLog(getLog(), terminal(context)),
        Clock.systemUTC(),
        new SecureRandom());
  }

  private static Optional<PrintStream> terminal(ProjectContext context) {
    return Terminal.of(
        context.session().getRequest(),
        ProjectContext::environmentVariable,
        System.console(),
        System.out);
  }
}
