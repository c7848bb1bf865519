/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.kubernetes;

import java.util.List;
import java.util.Map;

/** Says what pods wait for. */
final class Pending {
  private static final List<String> IMAGE =
      List.of("ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull");

  private Pending() {}

  /** Returns what a pending pod waits for, and since when. */
  static String why(Map<String, String> pod) {
    if (pod.containsKey("unscheduled")) {
      return "waits for a node since "
          + pod.get("unscheduledSince")
          + ": "
          + pod.get("unscheduled");
    }
    String since = " since " + pod.get("created");
    String waiting = pod.getOrDefault("waiting", "");
    String said = pod.containsKey("waitingMessage") ? ": " + pod.get("waitingMessage") : "";
    if (IMAGE.contains(waiting)) {
      return "waits for its image " + pod.get("image") + since + ": " + waiting + said;
    }
    String event = pod.containsKey("event") ? ": " + pod.get("event") : "";
    if (waiting.isEmpty()
        || waiting.equals("ContainerCreating")
        || waiting.equals("PodInitializing")) {
      return (waiting.isEmpty() ? "waits to be scheduled" : "waits for its container")
          + since
          + event;
    }
    return "its container cannot start: " + waiting + said + event;
  }

  /** Returns what executors wait for, or nothing where all of them run. */
  static String executors(List<Map<String, String>> counts) {
    int all = 0;
    int pending = 0;
    String why = "";
    for (Map<String, String> count : counts) {
      int number = Integer.parseInt(count.getOrDefault("count", "0"));
      String phase = count.getOrDefault("phase", "");
      if (phase.equals("Pending")) {
        pending += number;
        why = why(count);
      }
      all += phase.equals("Pending") || phase.equals("Running") ? number : 0;
    }
    return pending == 0 ? "" : pending + " of " + all + " executors: " + why;
  }
}
