/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

/** On a real YARN. */
class YarnSubmissionsTest extends SubmissionsLife {
  YarnSubmissionsTest() {
    // YARN is not told with which code a driver exits.
    super("yarn-cluster", "failed on the cluster", true);
  }
}
