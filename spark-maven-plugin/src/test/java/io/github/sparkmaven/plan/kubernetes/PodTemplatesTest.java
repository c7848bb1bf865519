/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PodTemplatesTest {
  private static final List<Map<String, String>> SPOT_TOLERATIONS =
      List.of(
          toleration("cloud.google.com/gke-spot", "true"),
          toleration("cloud.google.com/gke-preemptible", "true"),
          toleration("kubernetes.azure.com/scalesetpriority", "spot"));
  private static final Map<String, String> GPU_TOLERATION =
      Map.of("key", "nvidia.com/gpu", "operator", "Exists", "effect", "NoSchedule");

  @Test
  void needsNoTemplateForPlainNodes() {
    assertThat(PodTemplates.of(new PodNeeds(false, true, false, true)))
        .isEqualTo(new PodTemplates(Optional.empty(), Optional.empty()));
  }

  @Test
  void keepsTheDriverOffSpotNodesOfEveryProvider() {
    PodTemplates templates = PodTemplates.of(new PodNeeds(true, true, false, true));

    assertThat(parsed(templates.driver()))
        .isEqualTo(
            pod(
                Map.of(
                    "affinity",
                    Map.of(
                        "nodeAffinity",
                        Map.of(
                            "requiredDuringSchedulingIgnoredDuringExecution",
                            Map.of(
                                "nodeSelectorTerms",
                                List.of(
                                    Map.of(
                                        "matchExpressions",
                                        List.of(
                                            notIn("cloud.google.com/gke-spot", "true"),
                                            notIn("cloud.google.com/gke-preemptible", "true"),
                                            notIn("eks.amazonaws.com/capacityType", "SPOT"),
                                            notIn("karpenter.sh/capacity-type", "spot"),
                                            notIn(
                                                "kubernetes.azure.com/scalesetpriority",
                                                "spot"))))))))));
    assertThat(parsed(templates.executor()))
        .isEqualTo(pod(Map.of("tolerations", SPOT_TOLERATIONS)));
  }

  @Test
  void letsTheDriverOntoSpotNodesWhereThereAreNoOthers() {
    PodTemplates templates = PodTemplates.of(new PodNeeds(true, false, false, true));

    assertThat(parsed(templates.driver())).isEqualTo(pod(Map.of("tolerations", SPOT_TOLERATIONS)));
    assertThat(templates.executor()).isEqualTo(templates.driver());
  }

  @Test
  void letsExecutorsAloneOntoGpuNodes() {
    PodTemplates templates = PodTemplates.of(new PodNeeds(false, true, true, true));

    assertThat(templates.driver()).isEmpty();
    assertThat(templates.executor())
        .contains(
            """
            apiVersion: v1
            kind: Pod
            spec:
              tolerations:
                - key: nvidia.com/gpu
                  operator: Exists
                  effect: NoSchedule
            """);
    assertThat(parsed(templates.executor()))
        .isEqualTo(pod(Map.of("tolerations", List.of(GPU_TOLERATION))));
  }

  @Test
  void toleratesSpotAndGpuTaintsTogether() {
    assertThat(parsed(PodTemplates.of(new PodNeeds(true, true, true, true)).executor()))
        .isEqualTo(
            pod(
                Map.of(
                    "tolerations",
                    List.of(
                        SPOT_TOLERATIONS.get(0),
                        SPOT_TOLERATIONS.get(1),
                        SPOT_TOLERATIONS.get(2),
                        GPU_TOLERATION))));
  }

  @Test
  void needsNoDriverTemplateWhereTheDriverIsNoPod() {
    PodTemplates templates = PodTemplates.of(new PodNeeds(true, true, false, false));

    assertThat(templates.driver()).isEmpty();
    assertThat(templates.executor()).isPresent();
  }

  private static Map<String, Object> pod(Map<String, ?> spec) {
    return Map.of("apiVersion", "v1", "kind", "Pod", "spec", spec);
  }

  private static Map<String, Object> notIn(String key, String value) {
    return Map.of("key", key, "operator", "NotIn", "values", List.of(value));
  }

  private static Map<String, String> toleration(String key, String value) {
    return Map.of("key", key, "operator", "Equal", "value", value, "effect", "NoSchedule");
  }

  private static Object parsed(Optional<String> yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml.orElseThrow());
  }
}
