/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

/** YARN's two schedulers. */
enum Scheduler {
  CAPACITY,
  FAIR
}
