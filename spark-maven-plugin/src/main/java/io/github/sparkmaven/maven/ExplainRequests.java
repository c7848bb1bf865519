/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KnownKeys;
import io.github.sparkmaven.explain.Explain;
import io.github.sparkmaven.explain.ExplainRequest;
import io.github.sparkmaven.explain.OtherConf;
import io.github.sparkmaven.explain.OtherConfs;
import io.github.sparkmaven.explain.Subject;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** Puts together what the explain goal works on. */
final class ExplainRequests {
  private static final String DIFF = "explain/diff";

  private final ProjectContext context;
  private final ExplainElement element;
  private final SparkVersion spark;
  private final KnownKeys keys;
  private final Problems problems;
  private final Log log;

  ExplainRequests(
      ProjectContext context,
      ExplainElement element,
      SparkVersion spark,
      Problems problems,
      Log log) {
    this.context = context;
    this.element = element;
    this.spark = spark;
    this.keys = new KeysOfProject(context).known(spark);
    this.problems = problems;
    this.log = log;
  }

  /** Returns a request for each job; what is wrong goes to the problems. */
  List<ExplainRequest> all() {
    boolean isEnvironment = element.diff().filter(this::isEnvironment).isPresent();
    Optional<OtherConf> read =
        isEnvironment
            ? Optional.empty()
            : element.diff().flatMap(diff -> problems.attempt(() -> read(diff)));
    List<ExplainRequest> requests = new ArrayList<>();
    for (NamedJob job : context.environment().jobs()) {
      ProgramSettings program = ProgramSettings.of(context, job);
      program.note().ifPresent(log::info);
      Optional<Plan> planned = problems.attempt(() -> plan(context, job));
      // What both environments have wrong is told once.
      Optional<OtherConf> other =
          isEnvironment && planned.isPresent()
              ? problems.attempt(() -> ofEnvironment(element.diff().orElseThrow(), job, program))
              : read;
      planned.map(plan -> request(plan, program, other)).ifPresent(requests::add);
    }
    return requests;
  }

  private ExplainRequest request(Plan plan, ProgramSettings program, Optional<OtherConf> other) {
    return new ExplainRequest(
        subject(plan, program), keys, plan.tuning().warnings(), element.key(), other);
  }

  private Plan plan(ProjectContext where, NamedJob job) {
    return Planning.plan(new PlanRequests(where).request(spark, job));
  }

  private Subject subject(Plan plan, ProgramSettings program) {
    return new Subject(
        spark, plan.environment(), plan.job().name(), plan.conf(), program.settings());
  }

  private OtherConf ofEnvironment(String name, NamedJob job, ProgramSettings program) {
    ProjectContext there = context.inEnvironment(name);
    ChosenEnvironment environment = there.environment();
    NamedJob same = job.name().map(environment::job).orElseGet(environment::common);
    return Explain.ofEnvironment(subject(plan(there, same), program), keys);
  }

  private boolean isEnvironment(String name) {
    return name.equals("default") || context.declaration().environments().containsKey(name);
  }

  private OtherConf read(String diff) {
    OtherConfs others =
        // What decompresses event logs is in every home.
        new OtherConfs(() -> context.home(spark, Manager.LOCAL).path());
    return diff.matches("https?:.*") ? others.ofAddress(address(diff)) : others.ofFile(file(diff));
  }

  private static URI address(String diff) {
    try {
      URI address = new URI(diff);
      if (address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Told of below.
    }
    throw new InputException(
        DIFF, "'" + diff + "' is no address", "Give one as in http://host:4040");
  }

  /** A path counts from the module, or from where Maven was called. */
  private Path file(String diff) {
    return Stream.of(
            context.baseFolder(), Path.of(context.session().getRequest().getBaseDirectory()))
        .map(folder -> folder.resolve(diff))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    DIFF,
                    "'"
                        + diff
                        + "' is neither an environment nor a file, "
                        + context.baseFolder().resolve(diff),
                    "Give one of the environments "
                        + String.join(", ", context.environment().names())
                        + ", a spark-defaults.conf, an event log, or an address as in http://host:4040"));
  }
}
