/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.configure;

import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanFiles;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The configure goal: plans an environment and writes the plan's files. */
public final class Configure {
  private Configure() {}

  /**
   * Plans every request, then writes; when the input of one is at fault, earlier plans stay as they
   * were.
   */
  public static List<ConfigureResult> run(List<PlanRequest> requests) {
    Problems problems = new Problems();
    List<Optional<Plan>> plans =
        requests.stream().map(request -> problems.attempt(() -> Planning.plan(request))).toList();
    problems.throwIfAny();
    List<ConfigureResult> results = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      Plan plan = plans.get(i).orElseThrow();
      results.add(new ConfigureResult(plan, PlanFiles.write(plan, requests.get(i).folder())));
    }
    return results;
  }
}
