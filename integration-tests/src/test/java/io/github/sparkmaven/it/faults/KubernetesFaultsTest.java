/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

/** The rows on a double of a Kubernetes API, for no cluster can run in a build. */
class KubernetesFaultsTest extends FaultMatrix {
  KubernetesFaultsTest() {
    super("kubernetes");
  }
}
