/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import java.nio.file.Path;

/**
 * What the goal works on.
 *
 * @param subject what is judged
 * @param policy what the project makes of findings
 * @param folder where the reports are written
 */
public record CheckRequest(Subject subject, Policy policy, Path folder) {}
