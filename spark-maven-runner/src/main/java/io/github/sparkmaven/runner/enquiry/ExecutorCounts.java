/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts executors' pods: a record for all of an application that are in the same phase, with what
 * the first of them says and the earliest time.
 */
final class ExecutorCounts {
  private final Map<String, Map<String, String>> counts = new TreeMap<>();

  void add(Map<String, String> pod) {
    String application = pod.getOrDefault("label." + PodRecord.APPLICATION, "");
    String phase = pod.getOrDefault("phase", "Pending");
    Map<String, String> record = counts.get(application + " " + phase);
    if (record == null) {
      record = new LinkedHashMap<>(pod);
      record.put("kind", "executors");
      record.put("application", application);
      record.put("phase", phase);
      record.put("count", "0");
      counts.put(application + " " + phase, record);
    }
    record.merge("count", "1", ExecutorCounts::sum);
    earlier(record, "created", pod.get("created"));
    earlier(record, "unscheduledSince", pod.get("unscheduledSince"));
  }

  List<Map<String, String>> records() {
    return new ArrayList<>(counts.values());
  }

  private static String sum(String one, String other) {
    return String.valueOf(Integer.parseInt(one) + Integer.parseInt(other));
  }

  /** The API writes every time in UTC and to the second, so that texts can be compared. */
  private static void earlier(Map<String, String> record, String name, @Nullable String time) {
    if (time != null) {
      record.merge(name, time, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
  }
}
