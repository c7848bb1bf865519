/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.yarn.api.records.ApplicationAttemptReport;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.ApplicationResourceUsageReport;
import org.jspecify.annotations.Nullable;

/** YARN's report of an application as the record of an answer. */
final class YarnRecord {
  private final Map<String, String> record = new LinkedHashMap<>();

  private YarnRecord() {}

  /** Returns the record of an application that YARN does not know. */
  static Map<String, String> notFound(String id, @Nullable String said) {
    YarnRecord made = new YarnRecord();
    made.put("id", id);
    made.put("state", "NOT_FOUND");
    made.put("diagnostics", said);
    return made.record;
  }

  /**
   * Returns the record of a report.
   *
   * @param attempts what YARN still knows of the application master's attempts
   */
  static Map<String, String> of(ApplicationReport report, List<ApplicationAttemptReport> attempts) {
    YarnRecord made = new YarnRecord();
    made.put("id", report.getApplicationId());
    made.put("state", report.getYarnApplicationState());
    made.put("finalStatus", report.getFinalApplicationStatus());
    made.put("diagnostics", report.getDiagnostics());
    made.put("user", report.getUser());
    made.put("queue", report.getQueue());
    made.put("trackingUrl", report.getTrackingUrl());
    made.put("originalTrackingUrl", report.getOriginalTrackingUrl());
    made.put("startTime", report.getStartTime());
    made.put("finishTime", report.getFinishTime());
    made.put("tags", tags(report));
    made.usage(report.getApplicationResourceUsageReport());
    if (!attempts.isEmpty()) {
      ApplicationAttemptReport last = attempts.get(attempts.size() - 1);
      made.put("attempts", attempts.size());
      made.put("amContainer", last.getAMContainerId());
      made.put("attemptDiagnostics", last.getDiagnostics());
    }
    return made.record;
  }

  private static @Nullable String tags(ApplicationReport report) {
    return report.getApplicationTags() == null
        ? null
        : report.getApplicationTags().stream().sorted().collect(Collectors.joining(","));
  }

  private void usage(@Nullable ApplicationResourceUsageReport usage) {
    if (usage != null) {
      put("usedContainers", usage.getNumUsedContainers());
      put("reservedContainers", usage.getNumReservedContainers());
      put("used", usage.getUsedResources());
      put("needed", usage.getNeededResources());
    }
  }

  private void put(String key, @Nullable Object value) {
    if (value != null) {
      record.put(key, String.valueOf(value));
    }
  }
}
