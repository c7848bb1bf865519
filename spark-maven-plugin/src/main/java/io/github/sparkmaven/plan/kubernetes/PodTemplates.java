/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pod templates of a plan: what Spark has no settings for.
 *
 * <p>Spark can select nodes by label ({@code spark.kubernetes.node.selector.*}) but neither avoid a
 * label nor tolerate a taint, so the driver's retreat from spot nodes and the executors' way onto
 * them go through templates. A template holds no container: Spark adds its own ({@code
 * KubernetesUtils.selectSparkContainer}).
 *
 * @param driver the text of {@value #DRIVER_FILE}, where one is needed
 * @param executor the text of {@value #EXECUTOR_FILE}, where one is needed
 */
public record PodTemplates(Optional<String> driver, Optional<String> executor) {
  /** The name of the driver's file. */
  public static final String DRIVER_FILE = "driver-pod-template.yaml";

  /** The name of the executors' file. */
  public static final String EXECUTOR_FILE = "executor-pod-template.yaml";

  /** The setting that names the driver's file; an absolute path or URI. */
  public static final String DRIVER_KEY = "spark.kubernetes.driver.podTemplateFile";

  /** The setting that names the executors' file; an absolute path or URI. */
  public static final String EXECUTOR_KEY = "spark.kubernetes.executor.podTemplateFile";

  /**
   * GKE puts {@code nvidia.com/gpu=present:NoSchedule} on GPU nodes
   * (https://cloud.google.com/kubernetes-engine/docs/how-to/gpus), and NVIDIA's GPU operator
   * tolerates the key with any value
   * (https://docs.nvidia.com/datacenter/cloud-native/gpu-operator/latest/getting-started.html), so
   * the value is left open.
   */
  private static final Taint GPU = new Taint("nvidia.com/gpu", Optional.empty());

  /** Makes the templates that pods need. */
  public static PodTemplates of(PodNeeds needs) {
    boolean onlySpot = needs.spotNodes() && !needs.steadyNodes();
    // Required affinity would leave the driver pending for ever where every node is spot.
    String driver =
        onlySpot ? tolerations(SpotNodes.TAINTS) : needs.spotNodes() ? awayFromSpot() : "";
    List<Taint> tolerated = new ArrayList<>();
    if (needs.spotNodes()) {
      tolerated.addAll(SpotNodes.TAINTS);
    }
    if (needs.gpus()) {
      tolerated.add(GPU);
    }
    return new PodTemplates(
        needs.driverIsPod() ? pod(driver) : Optional.empty(), pod(tolerations(tolerated)));
  }

  /**
   * All expressions of one term must hold, and {@code NotIn} holds for a node without the label
   * (https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity).
   */
  private static String awayFromSpot() {
    StringBuilder text =
        new StringBuilder(
            """
              affinity:
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                      - matchExpressions:
            """);
    for (SpotNodes.Label label : SpotNodes.LABELS) {
      text.append("            - key: ").append(label.key()).append('\n');
      text.append("              operator: NotIn\n");
      text.append("              values: [\"").append(label.value()).append("\"]\n");
    }
    return text.toString();
  }

  private static String tolerations(List<Taint> taints) {
    if (taints.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("  tolerations:\n");
    for (Taint taint : taints) {
      text.append("    - key: ").append(taint.key()).append('\n');
      text.append("      operator: ").append(taint.value().isPresent() ? "Equal" : "Exists");
      taint.value().ifPresent(value -> text.append("\n      value: \"").append(value).append('"'));
      text.append("\n      effect: NoSchedule\n");
    }
    return text.toString();
  }

  private static Optional<String> pod(String spec) {
    return spec.isEmpty()
        ? Optional.empty()
        : Optional.of("apiVersion: v1\nkind: Pod\nspec:\n" + spec);
  }

  /**
   * A taint with the effect NoSchedule.
   *
   * @param value the taint's value; absent where any is tolerated
   */
  record Taint(String key, Optional<String> value) {}
}
