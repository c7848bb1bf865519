/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.configure;

import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanFiles;
import io.github.sparkmaven.plan.Planning;

/** The configure goal: plans an environment and writes the plan's files. */
public final class Configure {
  private Configure() {}

  /** Plans, then writes; when the input is at fault, an earlier plan stays as it was. */
  public static ConfigureResult run(ConfigureRequest request) {
    Plan plan = Planning.plan(request.plan());
    PlanFiles files =
        PlanFiles.write(plan, request.plansFolder().resolve(request.plan().environment()));
    return new ConfigureResult(plan, files);
  }
}
