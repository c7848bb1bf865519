/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a pod's status as a kubelet and a scheduler do. */
final class PodStatus {
  /** What the scheduler says where no node has room. */
  static final String NO_ROOM = "0/10 nodes are available: 10 Insufficient cpu.";

  private final ObjectNode pod;
  private final ObjectNode status;
  private final String now;

  PodStatus(ObjectNode pod, String now) {
    this.pod = pod;
    this.status = pod.withObjectProperty("status");
    this.now = now;
  }

  void unschedulable() {
    status.put("phase", "Pending");
    condition("PodScheduled", "False").put("reason", "Unschedulable").put("message", NO_ROOM);
  }

  void waiting(String reason) {
    status.put("phase", "Pending");
    condition("PodScheduled", "True");
    container()
        .withObjectProperty("state")
        .putObject("waiting")
        .put("reason", reason)
        .put("message", "Back-off pulling image \"" + image() + "\"");
  }

  void running() {
    status.put("phase", "Running").put("podIP", "127.0.0.1").put("startTime", now);
    condition("PodScheduled", "True");
    condition("Ready", "True");
    container().put("ready", true).putObject("state").putObject("running").put("startedAt", now);
  }

  void ended(int exitCode, String reason) {
    status.put("phase", exitCode == 0 ? "Succeeded" : "Failed");
    condition("Ready", "False");
    container()
        .put("ready", false)
        .putObject("state")
        .putObject("terminated")
        .put("exitCode", exitCode)
        .put("reason", reason)
        .put("startedAt", now)
        .put("finishedAt", now);
  }

  void evicted() {
    status
        .put("phase", "Failed")
        .put("reason", "Evicted")
        .put("message", "The node was low on resource: memory.")
        .remove("containerStatuses");
  }

  private ObjectNode condition(String type, String value) {
    for (JsonNode condition : status.withArrayProperty("conditions")) {
      if (condition.path("type").asText().equals(type)) {
        ObjectNode there = (ObjectNode) condition;
        there.remove("message");
        there.remove("reason");
        return there.put("status", value).put("lastTransitionTime", now);
      }
    }
    return status
        .withArrayProperty("conditions")
        .addObject()
        .put("type", type)
        .put("status", value)
        .put("lastTransitionTime", now);
  }

  private ObjectNode container() {
    JsonNode statuses = status.withArrayProperty("containerStatuses");
    if (!statuses.isEmpty()) {
      return (ObjectNode) statuses.get(0);
    }
    return status
        .withArrayProperty("containerStatuses")
        .addObject()
        .put("name", pod.at("/spec/containers/0/name").asText())
        .put("image", image())
        .put("imageID", "")
        .put("restartCount", 0)
        .put("ready", false);
  }

  private String image() {
    return pod.at("/spec/containers/0/image").asText();
  }
}
