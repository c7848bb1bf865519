/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

/** On a real standalone cluster. */
class StandaloneSubmissionsTest extends SubmissionsLife {
  StandaloneSubmissionsTest() {
    // The master keeps no exit code.
    super("standalone-cluster", "failed on the cluster", false);
  }
}
