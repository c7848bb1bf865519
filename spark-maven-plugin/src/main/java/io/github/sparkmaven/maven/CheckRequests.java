/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.check.Catalogue;
import io.github.sparkmaven.check.CheckRequest;
import io.github.sparkmaven.check.CheckedJob;
import io.github.sparkmaven.check.Dependency;
import io.github.sparkmaven.check.Policy;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.maven.parameter.CheckParameter;
import io.github.sparkmaven.maven.parameter.PolicyReader;
import io.github.sparkmaven.maven.parameter.SubmitDeclaration;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Puts together what the check goal works on. */
final class CheckRequests {
  private final ProjectContext context;
  private final Log log;

  CheckRequests(ProjectContext context, Log log) {
    this.context = context;
    this.log = log;
  }

  /**
   * Returns the request.
   *
   * @return nothing when the module has no job
   * @throws InputException with all that is wrong in the POM, or if nothing is packaged
   */
  Optional<CheckRequest> request(Optional<CheckParameter> check, SubmitElement submit) {
    Problems problems = new Problems();
    Policy policy = policy(check, problems);
    Optional<SubmitDeclaration> declared =
        problems.attempt(() -> submit.readButResources(context.baseFolder()));
    problems.throwIfAny();
    CheckedJobs jobs = new CheckedJobs(context, declared.orElseThrow(), log);
    List<CheckedJob> checked = jobs.all();
    return checked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CheckRequest(subject(jobs, checked), policy, context.sparkFolder("check")));
  }

  private Policy policy(Optional<CheckParameter> check, Problems problems) {
    List<String> rules = Catalogue.rules().stream().map(Rule::id).toList();
    return new PolicyReader(rules, problems)
        .read(check.orElseGet(CheckParameter::new), context.userProperties().text("check.failOn"));
  }

  private Subject subject(CheckedJobs jobs, List<CheckedJob> checked) {
    SparkVersion spark = jobs.spark();
    List<Dependency> dependencies = jobs.dependencies();
    return new Subject(
        context.baseFolder(),
        sourceRoots(),
        new Subject.Platform(spark, context.java().feature(), jobs.provided().jars()),
        checked,
        dependencies);
  }

  /** Plugins for Scala and Kotlin do not always tell Maven of their folders. */
  private List<Path> sourceRoots() {
    Stream<Path> told =
        context.project().getCompileSourceRoots().stream()
            .filter(Objects::nonNull)
            .map(root -> context.baseFolder().resolve(root));
    Stream<Path> usual =
        Stream.of("java", "scala", "kotlin")
            .map(language -> context.baseFolder().resolve("src/main/" + language));
    return Stream.concat(told, usual).distinct().toList();
  }
}
