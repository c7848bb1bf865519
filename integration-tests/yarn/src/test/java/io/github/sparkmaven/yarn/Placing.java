/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

/**
 * How a scheduler placed a job.
 *
 * @param granted what it gave
 * @param rounds rounds in which each node sent one heartbeat, up to the last executor's
 * @param heartbeats the heartbeats of these rounds
 * @param seconds from the request for executors to the last of them
 * @param cpuSeconds what the ResourceManager's threads worked in that time
 */
record Placing(Granted granted, int rounds, long heartbeats, double seconds, double cpuSeconds) {
  /** Returns this for a job that got no executor. */
  static Placing nothing(Granted granted) {
    return new Placing(granted, 0, 0, 0, 0);
  }
}
