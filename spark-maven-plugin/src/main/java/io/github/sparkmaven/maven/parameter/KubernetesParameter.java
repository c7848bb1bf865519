/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.hardware.DeclaredKubernetes;
import io.github.sparkmaven.hardware.KubernetesRules;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.CpuAmount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code cluster/kubernetes} element. */
public final class KubernetesParameter {
  /**
   * CPU that a node offers to pods, as in {@code 31.85} or {@code 31850m}; by default the cores
   * less what GKE's rule keeps for kubelet and system.
   */
  private @Nullable String allocatableCores;

  /**
   * Memory that a node offers to pods, with its unit; by default the memory less what GKE's rule
   * keeps for kubelet and system, and 100m for eviction.
   */
  private @Nullable String allocatableMemory;

  /** CPU that the pods of daemonsets request on every node; 250m by default. */
  private @Nullable String daemonSetCores;

  /** Memory that the pods of daemonsets request on every node; 512m by default. */
  private @Nullable String daemonSetMemory;

  /** The namespace of the pods; Spark's default is default. */
  private @Nullable String namespace;

  /** The container image of driver and executors. */
  private @Nullable String image;

  /** The account that the driver makes executor pods with. */
  private @Nullable String serviceAccount;

  /** Where local files are put for a driver in a pod, as in {@code s3a://bucket/path}. */
  private @Nullable String uploadPath;

  KubernetesParameter over(@Nullable KubernetesParameter base) {
    if (base == null) {
      return this;
    }
    KubernetesParameter merged = new KubernetesParameter();
    merged.allocatableCores = Merge.first(allocatableCores, base.allocatableCores);
    merged.allocatableMemory = Merge.first(allocatableMemory, base.allocatableMemory);
    merged.daemonSetCores = Merge.first(daemonSetCores, base.daemonSetCores);
    merged.daemonSetMemory = Merge.first(daemonSetMemory, base.daemonSetMemory);
    merged.namespace = Merge.first(namespace, base.namespace);
    merged.image = Merge.first(image, base.image);
    merged.serviceAccount = Merge.first(serviceAccount, base.serviceAccount);
    merged.uploadPath = Merge.first(uploadPath, base.uploadPath);
    return merged;
  }

  DeclaredKubernetes toModel(Problems problems) {
    ParameterReader reader = new ParameterReader("cluster/kubernetes", problems);
    return new DeclaredKubernetes(
        reader.value("allocatableCores", allocatableCores, CpuAmount::parse),
        reader.memory("allocatableMemory", allocatableMemory),
        reader.value("daemonSetCores", daemonSetCores, CpuAmount::parse),
        reader.memory("daemonSetMemory", daemonSetMemory),
        new KubernetesRules(
            Optional.ofNullable(namespace),
            Optional.ofNullable(image),
            Optional.ofNullable(serviceAccount),
            Optional.ofNullable(uploadPath)));
  }
}
