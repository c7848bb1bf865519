/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows what the submitting client reports of an application whose driver is elsewhere.
 *
 * <p>The texts are those of Spark 3.5 and 4.1: {@code deploy.ClientEndpoint}, {@code
 * deploy.rest.RestSubmissionClient}, {@code deploy.yarn.Client} and {@code
 * deploy.k8s.submit.LoggingPodStatusWatcherImpl}.
 */
final class ReportReader {
  private static final Pattern STANDALONE =
      Pattern.compile("^State of (?:driver )?(driver-\\S+) is (?:now )?([A-Z]+)\\b");
  private static final Pattern YARN =
      Pattern.compile("^Application report for (application_\\S+) \\(state: ([A-Z_]+)\\)");
  private static final Pattern YARN_DETAIL =
      Pattern.compile("^\\s+(diagnostics|final status|start time): (.*)");
  private static final Pattern POD =
      Pattern.compile("^Application status for (spark-\\S+) \\(phase: (\\w+)\\)");
  private static final Pattern POD_DETAIL =
      Pattern.compile(
          "^\\s+(phase|exit code|termination reason|pending reason|container name): (.*)");

  // Constants.DEFAULT_DRIVER_CONTAINER_NAME; a pod template may give it another.
  private static final String DRIVER_CONTAINER = "spark-kubernetes-driver";

  private String id = "";
  private Optional<ApplicationState> state = Optional.empty();
  private OptionalInt exitCode = OptionalInt.empty();
  private String detail = "";
  private Optional<Instant> since = Optional.empty();
  private String container = "";
  private boolean sawDriver;
  private boolean yarnFinished;

  void read(LogLine line) {
    String text = line.text();
    Matcher standalone = STANDALONE.matcher(text);
    Matcher yarn = YARN.matcher(text);
    Matcher pod = POD.matcher(text);
    if (standalone.find()) {
      report(standalone.group(1), ofDriver(standalone.group(2)));
    } else if (yarn.find()) {
      yarnFinished = yarn.group(2).equals("FINISHED");
      report(yarn.group(1), ofYarn(yarn.group(2)));
    } else if (pod.find()) {
      report(pod.group(1), ofPhase(pod.group(2)));
    } else if (!line.logged()) {
      readDetail(text);
    }
  }

  /** Returns the last report, with the cluster's own name where that is known. */
  Optional<ApplicationReport> report(Optional<String> clusterId) {
    return state.map(
        value ->
            new ApplicationReport(
                clusterId.orElse(id),
                value,
                exitCode,
                detail,
                since,
                Optional.empty(),
                Optional.empty()));
  }

  /** Returns the exit code of the driver's container, once Kubernetes has told it. */
  OptionalInt exitCode() {
    return exitCode;
  }

  String detail() {
    return detail;
  }

  private void report(String name, ApplicationState now) {
    id = name;
    if (state.isEmpty() || state.get() != now) {
      detail = "";
    }
    state = Optional.of(now);
  }

  private void readDetail(String text) {
    Matcher yarn = YARN_DETAIL.matcher(text);
    Matcher pod = POD_DETAIL.matcher(text);
    if (yarn.find() && id.startsWith("application_")) {
      readYarn(yarn.group(1), yarn.group(2));
    } else if (pod.find()) {
      readPod(pod.group(1), pod.group(2).trim());
    }
  }

  private void readYarn(String name, String value) {
    switch (name) {
      case "diagnostics" -> detail = value.equals("N/A") ? "" : value;
      case "start time" -> since = instant(value);
      default -> state = yarnFinished ? Optional.of(ofFinalStatus(value)) : state;
    }
  }

  private void readPod(String name, String value) {
    switch (name) {
      case "phase" -> state = Optional.of(ofPhase(value));
      case "container name" -> container = value;
      default -> readContainer(name, value);
    }
  }

  /** A pod may have other containers than the driver's, each with an exit code of its own. */
  private void readContainer(String name, String value) {
    boolean driver = container.equals(DRIVER_CONTAINER);
    if (sawDriver && !driver) {
      return;
    }
    sawDriver = driver;
    if (name.equals("exit code")) {
      exitCode = number(value);
    } else {
      detail = value;
    }
  }

  private static ApplicationState ofDriver(String state) {
    return switch (state) {
      case "SUBMITTED" -> ApplicationState.WAITING;
      case "RUNNING", "RELAUNCHING" -> ApplicationState.RUNNING;
      case "FINISHED" -> ApplicationState.SUCCEEDED;
      case "FAILED", "ERROR" -> ApplicationState.FAILED;
      case "KILLED" -> ApplicationState.KILLED;
      default -> ApplicationState.UNKNOWN;
    };
  }

  private static ApplicationState ofYarn(String state) {
    return switch (state) {
      case "NEW", "NEW_SAVING", "SUBMITTED", "ACCEPTED" -> ApplicationState.WAITING;
      case "RUNNING" -> ApplicationState.RUNNING;
      case "FAILED" -> ApplicationState.FAILED;
      case "KILLED" -> ApplicationState.KILLED;
      // FINISHED says only that it ended; the final status follows.
      default -> ApplicationState.UNKNOWN;
    };
  }

  private static ApplicationState ofFinalStatus(String status) {
    return switch (status) {
      case "SUCCEEDED" -> ApplicationState.SUCCEEDED;
      case "FAILED" -> ApplicationState.FAILED;
      case "KILLED" -> ApplicationState.KILLED;
      default -> ApplicationState.UNKNOWN;
    };
  }

  private static ApplicationState ofPhase(String phase) {
    return switch (phase.toLowerCase(Locale.ROOT)) {
      case "pending" -> ApplicationState.WAITING;
      case "running" -> ApplicationState.RUNNING;
      case "succeeded" -> ApplicationState.SUCCEEDED;
      case "failed" -> ApplicationState.FAILED;
      default -> ApplicationState.UNKNOWN;
    };
  }

  private static Optional<Instant> instant(String millis) {
    return millis.matches("\\d{1,15}")
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)))
        : Optional.empty();
  }

  private static OptionalInt number(String text) {
    return text.matches("-?\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
