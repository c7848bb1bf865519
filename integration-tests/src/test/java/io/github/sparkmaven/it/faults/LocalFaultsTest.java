/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

/** The rows in local mode, of two Spark versions. */
class LocalFaultsTest extends FaultMatrix {
  LocalFaultsTest() {
    super("local");
  }
}
