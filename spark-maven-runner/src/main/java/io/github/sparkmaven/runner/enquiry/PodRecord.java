/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer says of a pod; what the API does not say is not there. */
final class PodRecord {
  private static final String ROLE = "spark-role";
  static final String APPLICATION = "spark-app-selector";

  private PodRecord() {}

  static Map<String, String> of(Pod pod) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("kind", "pod");
    put(record, "name", pod.getMetadata().getName());
    put(record, "namespace", pod.getMetadata().getNamespace());
    put(record, "created", pod.getMetadata().getCreationTimestamp());
    put(record, "deleted", pod.getMetadata().getDeletionTimestamp());
    labels(pod).forEach((name, value) -> put(record, "label." + name, value));
    Container container = container(pod);
    if (container != null) {
      put(record, "container", container.getName());
      put(record, "image", container.getImage());
      put(record, "memoryLimit", memoryLimit(container));
      put(record, "uiPort", uiPort(container));
    }
    if (pod.getStatus() != null) {
      status(record, pod.getStatus());
      state(record, pod.getStatus(), container);
    }
    return record;
  }

  static boolean executor(Pod pod) {
    return "executor".equals(labels(pod).get(ROLE));
  }

  static Map<String, String> labels(Pod pod) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    return labels == null ? Collections.emptyMap() : labels;
  }

  /** The container of Spark's entry point; a pod template may name it and add others. */
  private static @Nullable Container container(Pod pod) {
    List<Container> containers =
        pod.getSpec() == null ? Collections.emptyList() : pod.getSpec().getContainers();
    Optional<Container> entered =
        containers.stream()
            .filter(
                container ->
                    !container.getArgs().isEmpty()
                        && container.getArgs().get(0).equals(labels(pod).get(ROLE)))
            .findFirst();
    return entered.orElse(containers.isEmpty() ? null : containers.get(0));
  }

  private static @Nullable String memoryLimit(Container container) {
    if (container.getResources() == null || container.getResources().getLimits() == null) {
      return null;
    }
    Quantity limit = container.getResources().getLimits().get("memory");
    return limit == null ? null : limit.toString();
  }

  private static @Nullable String uiPort(Container container) {
    return container.getPorts().stream()
        .filter(port -> "spark-ui".equals(port.getName()))
        .map(ContainerPort::getContainerPort)
        .map(String::valueOf)
        .findFirst()
        .orElse(null);
  }

  private static void status(Map<String, String> record, PodStatus status) {
    put(record, "phase", status.getPhase());
    put(record, "reason", status.getReason());
    put(record, "message", status.getMessage());
    put(record, "ip", status.getPodIP());
    for (PodCondition condition : status.getConditions()) {
      if ("PodScheduled".equals(condition.getType()) && "False".equals(condition.getStatus())) {
        put(record, "unscheduled", condition.getMessage());
        put(record, "unscheduledSince", condition.getLastTransitionTime());
      }
    }
  }

  private static void state(
      Map<String, String> record, PodStatus status, @Nullable Container container) {
    for (ContainerStatus of : status.getContainerStatuses()) {
      ContainerState state = of.getState();
      if (container == null || state == null || !of.getName().equals(container.getName())) {
        continue;
      }
      if (state.getTerminated() != null) {
        put(record, "exitCode", state.getTerminated().getExitCode());
        put(record, "ended", state.getTerminated().getReason());
        put(record, "endedMessage", state.getTerminated().getMessage());
      } else if (state.getWaiting() != null) {
        put(record, "waiting", state.getWaiting().getReason());
        put(record, "waitingMessage", state.getWaiting().getMessage());
      }
    }
  }

  static void put(Map<String, String> record, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      record.put(name, value.toString());
    }
  }
}
