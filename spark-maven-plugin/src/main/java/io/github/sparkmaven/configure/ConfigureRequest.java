/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.configure;

import io.github.sparkmaven.plan.PlanRequest;
import java.nio.file.Path;

/**
 * What the configure goal works on.
 *
 * @param plan what to plan
 * @param plansFolder the folder in which each environment has a folder of its own
 */
public record ConfigureRequest(PlanRequest plan, Path plansFolder) {}
