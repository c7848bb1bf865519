/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.run.LocalScale;
import io.github.sparkmaven.run.RunProgram;
import io.github.sparkmaven.run.RunRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * Puts together what the run goal works on.
 *
 * @param classPath what the job runs on
 */
record RunRequests(ProjectContext context, RunClassPath classPath, Log log) {

  /**
   * Returns the request.
   *
   * @return nothing when the module has no job
   * @throws io.github.sparkmaven.problem.InputException with all that cannot be
   */
  Optional<RunRequest> request(RunRequest.Options options) {
    NamedJob job = context.environment().job();
    return program(job).map(program -> request(program, job, options));
  }

  private Optional<RunProgram> program(NamedJob job) {
    if (new PythonJob(context, job).isPython()) {
      return new PythonRun(context, classPath, log).program(job);
    }
    return new BuiltJob(context, job)
        .mainClass()
        .map(
            mainClass ->
                new RunProgram(
                    mainClass,
                    Optional.of(mainClass),
                    RunProgram.NO_RESOURCE,
                    classPath.entries(),
                    classPath.dependencies().launcher(),
                    Map.of(),
                    classPath.loggers()));
  }

  private RunRequest request(RunProgram program, NamedJob job, RunRequest.Options options) {
    SparkVersion spark = context.requiredSpark();
    Plan plan = plan(new PlanRequests(context).requestWithoutHadoop(spark, job));
    Map<String, String> settings = new TreeMap<>();
    plan.conf().effective().forEach(setting -> settings.put(setting.key(), setting.value()));
    return new RunRequest(
        program,
        plan.job().arguments(),
        settings,
        spark,
        context.java(),
        options,
        context.baseFolder(),
        context.sparkFolder("run"));
  }

  private Plan plan(PlanRequest asked) {
    LocalScale scale = LocalScale.of(asked);
    if (!scale.leftOut().isEmpty()) {
      log.info(
          "Left out in local mode: "
              + scale.leftOut().size()
              + " settings of the cluster, which mvn -X lists");
      log.debug(
          scale.leftOut().stream()
              .map(setting -> setting.key() + " (" + setting.layer().label() + ")")
              .collect(Collectors.joining("\n  ", "Left out:\n  ", "")));
    }
    Plan plan = Planning.plan(scale.request());
    plan.tuning().warnings().forEach(log::warn);
    return plan;
  }
}
