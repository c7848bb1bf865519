/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

/**
 * What counts as full.
 *
 * <p>For the Capacity Scheduler its resource calculator, for the Fair Scheduler the policy of its
 * queues: {@code fair} (memory) or {@code drf}.
 */
enum Calculator {
  DEFAULT,
  DOMINANT
}
