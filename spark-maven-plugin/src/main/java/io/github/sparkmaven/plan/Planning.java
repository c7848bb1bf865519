/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.ClusterDefaults;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.Planner;
import io.github.sparkmaven.tuning.Tuning;
import io.github.sparkmaven.tuning.Workload;
import java.util.Optional;

/** Makes plans: what every goal calls that starts Spark or shows what it would be told. */
public final class Planning {
  private Planning() {}

  /**
   * Makes a plan; nothing is read or written.
   *
   * @throws InputException with all problems of the request at once
   */
  public static Plan plan(PlanRequest request) {
    Problems problems = new Problems();
    Workload workload = new Pins(request.conf(), problems).applyTo(request.workload());
    Optional<Cluster> cluster =
        new ClusterDefaults(request.cluster(), request.machine(), problems).complete();
    problems.throwIfAny();
    Tuning planned = new Planner(cluster.orElseThrow(), workload).plan();
    LayeredConf conf = request.conf().with(planned.settings());
    Tuning tuning = planned.withWarnings(UnmodelledKeys.warnings(conf));
    return new Plan(
        request.spark(),
        request.environment(),
        request.job(),
        cluster.orElseThrow(),
        workload,
        tuning,
        conf);
  }
}
