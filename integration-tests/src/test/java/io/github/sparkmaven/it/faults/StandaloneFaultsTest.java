/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

/** The rows on a real standalone cluster of two workers. */
class StandaloneFaultsTest extends FaultMatrix {
  StandaloneFaultsTest() {
    super("standalone");
  }
}
