/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.yarn;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the records of the runner's answers. */
final class YarnReports {
  private static final String NOT_FOUND =
      "the ResourceManager does not know it: it has started anew without recovery, or has forgotten"
          + " it among later ones (yarn.resourcemanager.max-completed-applications); the timeline"
          + " server or Spark's History Server may know how it ended";
  private static final String CLIENT_MODE =
      "YARN says SUCCEEDED, which in client mode it says of drivers that failed or were killed,"
          + " too: only the driver's exit code tells";

  private final Target target;

  YarnReports(Target target) {
    this.target = target;
  }

  /** Returns what a record says of an application. */
  ApplicationReport of(Map<String, String> record) {
    ApplicationState state = state(record);
    Diagnosis diagnosis = new Diagnosis(text(record, "diagnostics"));
    return new ApplicationReport(
        text(record, "id"),
        state,
        state == ApplicationState.FAILED ? exitCode(record, diagnosis) : OptionalInt.empty(),
        detail(record, state, diagnosis),
        since(record),
        ui(record),
        Tag.ofYarnTags(List.of(text(record, "tags").split(",", -1))));
  }

  /** Says whether a record tells of an application that has ended, however it ended. */
  static boolean ended(Map<String, String> record) {
    return switch (text(record, "state")) {
      case "FINISHED", "FAILED", "KILLED" -> true;
      default -> false;
    };
  }

  private ApplicationState state(Map<String, String> record) {
    return switch (text(record, "state")) {
      case "NEW", "NEW_SAVING", "SUBMITTED", "ACCEPTED" -> ApplicationState.WAITING;
      case "RUNNING" -> ApplicationState.RUNNING;
      case "FINISHED" -> finished(text(record, "finalStatus"));
      case "FAILED" -> ApplicationState.FAILED;
      case "KILLED" -> ApplicationState.KILLED;
      default -> ApplicationState.UNKNOWN;
    };
  }

  private ApplicationState finished(String status) {
    return switch (status) {
      case "SUCCEEDED" ->
          target.driverInCluster() ? ApplicationState.SUCCEEDED : ApplicationState.UNKNOWN;
      case "FAILED" -> ApplicationState.FAILED;
      case "KILLED" -> ApplicationState.KILLED;
      default -> ApplicationState.UNKNOWN;
    };
  }

  private String detail(Map<String, String> record, ApplicationState state, Diagnosis diagnosis) {
    return switch (state) {
      case WAITING -> waiting(record, diagnosis);
      case RUNNING -> running(record);
      case SUCCEEDED, KILLED -> diagnosis.text();
      case FAILED -> diagnosis.ofFailure(target.driverInCluster());
      case GONE, UNKNOWN -> unknown(record);
    };
  }

  private static String waiting(Map<String, String> record, Diagnosis diagnosis) {
    if (diagnosis.text().startsWith("AM container is launched")) {
      return "its application master starts";
    }
    String place = "waits in queue " + text(record, "queue") + " for its application master";
    return diagnosis.text().isEmpty() ? place : place + ": " + diagnosis.text();
  }

  /** Says how many executors there are, where fewer are than were asked for. */
  private String running(Map<String, String> record) {
    int asked = executorsAsked();
    // One of the containers is the application master.
    int placed = number(record, "usedContainers") - 1;
    if (placed < 0 || placed >= asked) {
      return "";
    }
    int reserved = number(record, "reservedContainers");
    return "runs with "
        + placed
        + " of "
        + asked
        + " executors; the others wait for resources in queue "
        + text(record, "queue")
        + (reserved > 0 ? ", " + reserved + " of them with a node reserved" : "");
  }

  private int executorsAsked() {
    boolean dynamic =
        target.setting("spark.dynamicAllocation.enabled").filter("true"::equals).isPresent();
    String key = dynamic ? "spark.dynamicAllocation.minExecutors" : "spark.executor.instances";
    return target
        .setting(key)
        .filter(value -> value.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  private static String unknown(Map<String, String> record) {
    String state = text(record, "state");
    if (state.equals("NOT_FOUND")) {
      return NOT_FOUND;
    }
    String status = text(record, "finalStatus");
    return status.equals("SUCCEEDED")
        ? CLIENT_MODE
        : "YARN says " + state + ", with the final status " + status;
  }

  private static OptionalInt exitCode(Map<String, String> record, Diagnosis diagnosis) {
    OptionalInt code = diagnosis.exitCode();
    return code.isPresent() ? code : new Diagnosis(text(record, "attemptDiagnostics")).exitCode();
  }

  private static Optional<Instant> since(Map<String, String> record) {
    String start = text(record, "startTime");
    return start.matches("[1-9]\\d{0,17}")
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(start)))
        : Optional.empty();
  }

  /** The proxy's URL, because a driver on YARN sends everybody else there. */
  private static Optional<URI> ui(Map<String, String> record) {
    boolean running = text(record, "state").equals("RUNNING");
    String driver = text(record, "originalTrackingUrl");
    if (!running || driver.isEmpty() || driver.equals("N/A")) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(text(record, "trackingUrl")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int number(Map<String, String> record, String key) {
    String value = text(record, key);
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
  }

  private static String text(Map<String, String> record, String key) {
    return record.getOrDefault(key, "");
  }
}
