/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

/** The rows on a real YARN. */
class YarnFaultsTest extends FaultMatrix {
  YarnFaultsTest() {
    super("yarn");
  }
}
