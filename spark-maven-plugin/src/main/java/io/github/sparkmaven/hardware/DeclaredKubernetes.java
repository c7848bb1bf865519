/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.unit.CpuAmount;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Optional;

/**
 * The {@code cluster/kubernetes} part of a declaration.
 *
 * @param allocatableCores CPU that a node offers to pods
 * @param allocatableMemory memory that a node offers to pods
 * @param daemonSetCores CPU that the pods of daemonsets request on every node
 * @param daemonSetMemory memory that they request
 * @param rules namespace, image, service account and upload path
 */
public record DeclaredKubernetes(
    Optional<CpuAmount> allocatableCores,
    Optional<MemorySize> allocatableMemory,
    Optional<CpuAmount> daemonSetCores,
    Optional<MemorySize> daemonSetMemory,
    KubernetesRules rules) {

  /** A part of which nothing was declared. */
  public static final DeclaredKubernetes NOTHING =
      new DeclaredKubernetes(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new KubernetesRules(
              Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
}
