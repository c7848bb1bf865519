/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

/** The life of a submission on a double of a Kubernetes API. */
class KubernetesSubmissionsTest extends SubmissionsLife {
  KubernetesSubmissionsTest() {
    super("kubernetes-cluster", "failed on the cluster with exit code 3", true);
  }
}
