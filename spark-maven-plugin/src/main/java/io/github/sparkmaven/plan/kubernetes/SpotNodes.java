/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.kubernetes;

import java.util.List;
import java.util.Optional;

/** How providers mark the nodes that they may take away at any time. */
final class SpotNodes {
  /** The labels that such nodes bear. */
  static final List<Label> LABELS =
      List.of(
          // https://cloud.google.com/kubernetes-engine/docs/concepts/spot-vms
          new Label("cloud.google.com/gke-spot", "true"),
          // https://cloud.google.com/kubernetes-engine/docs/how-to/preemptible-vms
          new Label("cloud.google.com/gke-preemptible", "true"),
          // https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html
          new Label("eks.amazonaws.com/capacityType", "SPOT"),
          // https://karpenter.sh/docs/concepts/scheduling/#well-known-labels
          new Label("karpenter.sh/capacity-type", "spot"),
          // https://learn.microsoft.com/azure/aks/spot-node-pool
          new Label("kubernetes.azure.com/scalesetpriority", "spot"));

  /**
   * The taints that such nodes bear. AKS sets its own always, GKE in Autopilot and where nodes are
   * provisioned by themselves, and recommends both of its own otherwise (the pages above). EKS and
   * Karpenter set none.
   */
  static final List<PodTemplates.Taint> TAINTS =
      List.of(
          new PodTemplates.Taint("cloud.google.com/gke-spot", Optional.of("true")),
          new PodTemplates.Taint("cloud.google.com/gke-preemptible", Optional.of("true")),
          new PodTemplates.Taint("kubernetes.azure.com/scalesetpriority", Optional.of("spot")));

  private SpotNodes() {}

  /**
   * A node's label.
   *
   * @param key the label's name
   * @param value the value that marks a spot node
   */
  record Label(String key, String value) {}
}
