/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import java.util.Optional;

/**
 * A pod finds a node when its requests fit beside those of the node's other pods; nothing is
 * rounded.
 *
 * <p>Source: the NodeResourcesFit plugin of kube-scheduler.
 *
 * @param namespace where the pods live
 * @param image the container image
 * @param serviceAccount the account that the driver makes pods with
 * @param uploadPath where local files are put for a driver in a pod
 */
public record KubernetesRules(
    Optional<String> namespace,
    Optional<String> image,
    Optional<String> serviceAccount,
    Optional<String> uploadPath)
    implements ManagerRules {
  @Override
  public Manager manager() {
    return Manager.KUBERNETES;
  }
}
