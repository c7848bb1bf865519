/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.EnvironmentParameter;
import io.github.sparkmaven.maven.parameter.JobParameter;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The environment that a build works for, and the jobs in it. */
final class ChosenEnvironment {
  private static final String DEFAULT = "default";
  private static final String NAME = "[a-z0-9-]+";

  private final Declaration declaration;
  private final UserProperties userProperties;
  private final String name;
  private final EnvironmentParameter parameter;

  /**
   * Finds it.
   *
   * @throws InputException if there is none of that name, or a name is none
   */
  ChosenEnvironment(Declaration declaration, UserProperties userProperties) {
    this.declaration = declaration;
    this.userProperties = userProperties;
    this.name = userProperties.text("environment").orElse(declaration.defaultEnvironment());
    checkNames();
    this.parameter = find();
    if (!parameter.jobs().isEmpty() && !declaration.job().isEmpty()) {
      throw new InputException(
          "job", "is given beside environments/" + name + "/jobs", "Give it a name among the jobs");
    }
  }

  /** Says whether the POM declares no job at all. */
  boolean hasNoJob() {
    return declaration.job().isEmpty() && named().isEmpty();
  }

  /** Returns what no job has a say in: with several jobs, a job without a word of its own. */
  NamedJob common() {
    return named().isEmpty()
        ? new NamedJob(Optional.empty(), declaration.job())
        : new NamedJob(Optional.empty(), new JobParameter());
  }

  String name() {
    return name;
  }

  /** Returns the names that may be chosen, in their order. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(declaration.environments().keySet());
    names.add(DEFAULT);
    return names;
  }

  EnvironmentParameter parameter() {
    return parameter;
  }

  /**
   * Returns the jobs to work on: the one that {@code -Dspark.maven.job} names, else all.
   *
   * @throws InputException if there is none of that name
   */
  List<NamedJob> jobs() {
    Optional<String> asked = userProperties.text("job");
    Map<String, NamedJob> named = named();
    if (asked.isPresent()) {
      return List.of(job(asked.get()));
    }
    return named.isEmpty()
        ? List.of(new NamedJob(Optional.empty(), declaration.job()))
        : new ArrayList<>(named.values());
  }

  /**
   * Returns the job of a name.
   *
   * @throws InputException if there is none of that name
   */
  NamedJob job(String job) {
    return Optional.ofNullable(named().get(job)).orElseThrow(() -> noSuch(job));
  }

  /**
   * Returns the job of a goal that serves one.
   *
   * @throws InputException if there are several, and none is named
   */
  NamedJob job() {
    List<NamedJob> jobs = jobs();
    if (jobs.size() > 1) {
      throw new InputException(
          "job",
          "is missing, and the POM has several jobs",
          "Give one, -Dspark.maven.job=" + String.join(" or ", named().keySet()));
    }
    return jobs.get(0);
  }

  private Map<String, NamedJob> named() {
    Map<String, NamedJob> named = new TreeMap<>();
    TreeSet<String> names = new TreeSet<>(declaration.jobs().keySet());
    names.addAll(parameter.jobs().keySet());
    for (String job : names) {
      JobParameter base = of(declaration.jobs(), job);
      named.put(job, new NamedJob(Optional.of(job), of(parameter.jobs(), job).over(base)));
    }
    return named;
  }

  /** An element without content reaches us as null. */
  private static JobParameter of(Map<String, JobParameter> jobs, String name) {
    return Optional.ofNullable(jobs.get(name)).orElseGet(JobParameter::new);
  }

  private EnvironmentParameter find() {
    EnvironmentParameter found = declaration.environments().get(name);
    if (found == null && !name.equals(DEFAULT) && !declaration.environments().containsKey(name)) {
      throw new InputException(
          "environment",
          "there is no environment '" + name + "'",
          "Give one of " + String.join(", ", names()) + ", or declare environments/" + name);
    }
    return found == null ? new EnvironmentParameter() : found;
  }

  private void checkNames() {
    Problems problems = new Problems();
    check(problems, "environment", name);
    declaration.environments().keySet().stream()
        .filter(other -> !other.equals(name))
        .forEach(other -> check(problems, "environments/" + other, other));
    declaration.jobs().keySet().forEach(job -> check(problems, "jobs/" + job, job));
    checkJobsOfEnvironments(problems);
    problems.require(
        declaration.jobs().isEmpty() || declaration.job().isEmpty(),
        "job",
        "is given beside jobs",
        "Give it a name among the jobs");
    problems.throwIfAny();
  }

  private void checkJobsOfEnvironments(Problems problems) {
    declaration
        .environments()
        .forEach(
            (environment, element) ->
                Optional.ofNullable(element)
                    .map(EnvironmentParameter::jobs)
                    .orElse(Map.of())
                    .keySet()
                    .forEach(
                        job ->
                            check(problems, "environments/" + environment + "/jobs/" + job, job)));
  }

  private static void check(Problems problems, String where, String name) {
    problems.require(
        name.matches(NAME),
        where,
        "'" + name + "' is no name of an environment or a job",
        "Use lower-case letters, digits and hyphens");
  }

  private InputException noSuch(String job) {
    return new InputException(
        "job",
        "there is no job '" + job + "'",
        named().isEmpty()
            ? "Declare jobs/" + job + ", or leave -Dspark.maven.job out"
            : "Give one of " + String.join(", ", named().keySet()));
  }
}
