/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.configure;

import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanFiles;

/**
 * What the configure goal has made.
 *
 * @param plan the plan
 * @param files where it was written
 */
public record ConfigureResult(Plan plan, PlanFiles files) {}
