/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.ledger.Intent;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.ledger.ProjectHash;
import io.github.sparkmaven.ledger.Submission;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.submissions.SubmissionsRequest;
import io.github.sparkmaven.submit.PlannedTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Says which submissions the goals status, kill and logs are about. */
final class SubmissionsOfProject {
  private final ProjectContext context;
  private final Path runner;
  private final Log log;

  SubmissionsOfProject(ProjectContext context, Path runner, Log log) {
    this.context = context;
    this.runner = runner;
    this.log = log;
  }

  /**
   * Returns the request.
   *
   * @return nothing where the module has neither a job nor ever submitted one
   */
  Optional<SubmissionsRequest> request() {
    Path folder = context.sparkFolder("submissions").toAbsolutePath();
    ChosenEnvironment environment = context.environment();
    Optional<String> named = context.userProperties().text("submission");
    Optional<Submission> latest = new Ledger(folder).latest();
    Optional<SparkVersion> spark = context.spark();
    if (latest.isEmpty() && named.isEmpty() && spark.isEmpty() && environment.hasNoJob()) {
      log.info("No job and no submission: passed over");
      return Optional.empty();
    }
    List<NamedJob> jobs = environment.jobs();
    return Optional.of(
        new SubmissionsRequest(
            folder,
            jobs.stream()
                .map(job -> ProjectHash.of(coordinates(), job.name(), environment.name()))
                .collect(Collectors.toSet()),
            environment.name(),
            "-Dspark.maven.submission",
            named,
            target(jobs.get(0), spark.or(() -> latest.flatMap(SubmissionsOfProject::spark))),
            this::homeJvm));
  }

  private String coordinates() {
    return context.project().getGroupId() + ":" + context.project().getArtifactId();
  }

  private static Optional<SparkVersion> spark(Submission submission) {
    Intent intent = submission.intent();
    try {
      return Optional.of(new SparkVersion(intent.sparkVersion(), intent.scalaVersion()));
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  /** What is submitted already must not be out of reach because of what the POM says by now. */
  private Optional<Target> target(NamedJob job, Optional<SparkVersion> spark) {
    try {
      return Optional.of(
          PlannedTarget.of(
              Planning.plan(
                  new PlanRequests(context)
                      .request(spark.orElseGet(context::requiredSpark), job))));
    } catch (InputException | EnvironmentException e) {
      log.warn(
          "Only what the ledger knows is looked for, because no plan can be made: "
              + e.getMessage());
      return Optional.empty();
    }
  }

  private HomeJvm homeJvm(Manager manager, Optional<SparkVersion> ofLedger) {
    SparkVersion spark = context.spark().or(() -> ofLedger).orElseGet(context::requiredSpark);
    return context.homeJvm(spark, manager, runner);
  }
}
