/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.launcher.SparkLauncherJobLauncher;
import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.maven.parameter.SubmitParameter;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.submit.Submit;
import io.github.sparkmaven.submit.SubmitRequest;
import io.github.sparkmaven.submit.SubmitResult;
import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
@Mojo(name = "submit", defaultPhase = LifecyclePhase.DEPLOY, threadSafe = true)
public final class SubmitMojo extends AbstractSparkMojo {
  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

  /**
   * How the job is submitted: {@code timeout} ends it when its time is up.
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

  @Override
  void runGoal(ProjectContext context) {
    NamedJob job = context.environment().job();
    PackagedJob packaged = new PackagedJob(context, job);
    Optional<String> mainClass = packaged.mainClass();
    if (mainClass.isEmpty()) {
      getLog().info("No job (no class with a main method): passed over");
      return;
    }
    SparkVersion spark = context.requiredSpark();
    Plan plan = Planning.plan(new PlanRequests(context).request(spark, job));
    SubmitResult result =
        new Submit(new SparkLauncherJobLauncher(), new SubmitLog(getLog()))
            .run(
                new SubmitRequest(
                    plan,
                    () -> context.home(spark),
                    context.java(),
                    packaged.jar(),
                    mainClass.get(),
                    folder(context),
                    context.baseFolder(),
                    context.declaredConfFolder(),
                    timeout(context)));
    getLog()
        .info(
            "Succeeded"
                + result.applicationId().map(id -> ": " + id).orElse("")
                + "; the driver's log is "
                + result.log());
  }

  private Optional<TimeLimit> timeout(ProjectContext context) {
    Problems problems = new Problems();
    Optional<String> ofPom = Optional.ofNullable(submit).flatMap(SubmitParameter::timeout);
    Optional<TimeLimit> limit =
        new ParameterReader("submit", problems)
            .limit(
                "timeout",
                context.userProperties().text("submit.timeout").or(() -> ofPom).orElse(null));
    problems.throwIfAny();
    return limit;
  }

  private static Path folder(ProjectContext context) {
    return context
        .sparkFolder("submissions")
        .resolve(LocalDateTime.now(ZoneOffset.UTC).format(FOLDER));
  }
}
