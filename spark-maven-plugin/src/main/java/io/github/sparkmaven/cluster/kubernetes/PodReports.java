/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.kubernetes;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads reports from what the API says of pods. */
final class PodReports {
  private static final String LABEL = "label.";

  private PodReports() {}

  /**
   * Reads the report of a driver's pod.
   *
   * @param executors the counts of its executors by phase
   */
  static ApplicationReport ofDriver(Map<String, String> pod, List<Map<String, String>> executors) {
    ApplicationState state = state(pod);
    return report(
        pod.get("namespace") + ":" + pod.get("name"),
        state,
        // A driver's own end says it all; before that, what it waits for does.
        state == ApplicationState.RUNNING && !pod.containsKey("deleted")
            ? Pending.executors(executors)
            : detail(pod, state),
        pod);
  }

  /** Reads the report of an application whose driver is not in the cluster. */
  static ApplicationReport ofExecutors(String id, List<Map<String, String>> executors) {
    boolean runs = executors.stream().anyMatch(count -> "Running".equals(count.get("phase")));
    String pending = Pending.executors(executors);
    if (!runs && pending.isEmpty()) {
      return ApplicationReport.unknown(
          id,
          "no executor of it is left; its driver was a process of the machine that submitted it,"
              + " whose exit code is the verdict");
    }
    return report(
        id, runs ? ApplicationState.RUNNING : ApplicationState.WAITING, pending, executors.get(0));
  }

  private static ApplicationReport report(
      String id, ApplicationState state, String detail, Map<String, String> pod) {
    Map<String, String> labels = new LinkedHashMap<>();
    pod.forEach(
        (name, value) -> {
          if (name.startsWith(LABEL)) {
            labels.put(name.substring(LABEL.length()), value);
          }
        });
    return new ApplicationReport(
        id,
        state,
        pod.containsKey("exitCode")
            ? OptionalInt.of(Integer.parseInt(pod.get("exitCode")))
            : OptionalInt.empty(),
        detail,
        since(pod),
        ui(pod, state),
        Tag.ofLabels(labels));
  }

  /** The driver's own container decides: others of its pod may run on, or fail after it. */
  private static ApplicationState state(Map<String, String> pod) {
    if (pod.containsKey("exitCode")) {
      if ("0".equals(pod.get("exitCode"))) {
        return ApplicationState.SUCCEEDED;
      }
      return pod.containsKey("deleted") ? ApplicationState.KILLED : ApplicationState.FAILED;
    }
    return switch (pod.getOrDefault("phase", "")) {
      case "Pending" -> ApplicationState.WAITING;
      case "Running" -> ApplicationState.RUNNING;
      case "Succeeded" -> ApplicationState.SUCCEEDED;
      case "Failed" -> ApplicationState.FAILED;
      default -> ApplicationState.UNKNOWN;
    };
  }

  private static String detail(Map<String, String> pod, ApplicationState state) {
    return switch (state) {
      case WAITING -> Pending.why(pod);
      case RUNNING -> "is being deleted since " + pod.get("deleted");
      case SUCCEEDED -> "";
      case KILLED -> "was deleted while it ran, exit code " + pod.get("exitCode");
      case FAILED -> failure(pod);
      case GONE, UNKNOWN ->
          "the pod's phase is "
              + pod.getOrDefault("phase", "not given")
              + ": its node does not answer";
    };
  }

  private static String failure(Map<String, String> pod) {
    if ("OOMKilled".equals(pod.get("ended"))) {
      return "was killed at its container's memory limit of "
          + pod.getOrDefault("memoryLimit", "unknown size")
          + " (OOMKilled); raise spark.driver.memoryOverhead, or spark.driver.memory if the heap is"
          + " too small as well";
    }
    if (pod.containsKey("exitCode")) {
      return "exit code "
          + pod.get("exitCode")
          + ("Error".equals(pod.getOrDefault("ended", "Error"))
              ? ""
              : " (" + pod.get("ended") + ")")
          + (pod.containsKey("endedMessage") ? ": " + pod.get("endedMessage") : "");
    }
    return pod.getOrDefault("reason", "the pod failed")
        + (pod.containsKey("message") ? ": " + pod.get("message") : "");
  }

  private static Optional<Instant> since(Map<String, String> pod) {
    try {
      return Optional.ofNullable(pod.get("created")).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> ui(Map<String, String> pod, ApplicationState state) {
    String ip = pod.getOrDefault("ip", "");
    String port = pod.getOrDefault("uiPort", "0");
    return state != ApplicationState.RUNNING || ip.isEmpty() || port.equals("0")
        ? Optional.empty()
        : Optional.of(
            URI.create("http://" + (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + port));
  }
}
