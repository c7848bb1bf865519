/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for what the application is called, and where its UI is.
 *
 * <p>The first name counts: a driver may log others' later.
 */
final class IdentityReader {
  private static final Pattern APPLICATION_ID =
      Pattern.compile(
          "\\b(local-\\d{13}|app-\\d{14}-\\d{4}|application_\\d{13}_\\d{4,})\\b"
              + "|\\bapplication ID (spark-[0-9a-f]{32})\\b");
  // ClientEndpoint's word (RPC) and RestSubmissionClient's.
  private static final Pattern DRIVER_ID =
      Pattern.compile(
          "(?:Driver successfully submitted as|Submission successfully created as|State of(?: driver)?)"
              + " (driver-\\d{14}-\\d{4,})\\b");
  // LoggingPodStatusWatcherImpl and KubernetesClientApplication, "namespace:pod".
  private static final Pattern POD =
      Pattern.compile("\\bsubmission ID ([a-z0-9-]+:[a-z0-9.-]+) (?:to finish|into Kubernetes)");
  // What a 3.5 and a 4.1 driver print at their default level: JettyUtils the address that the UI is
  // to listen on, then Utils the port that was free.
  private static final Pattern UI_ADDRESS = Pattern.compile("Start Jetty (\\S+):\\d+ for SparkUI$");
  private static final Pattern UI_PORT =
      Pattern.compile("Successfully started service 'SparkUI' on port (\\d+)");
  // Kubernetes' client mode logs no id; that this class logs shows that the cluster was asked.
  private static final String KUBERNETES_BACKEND = "KubernetesClusterSchedulerBackend";
  private static final Pattern TRACKING_URL = Pattern.compile("^\\s*tracking URL: (https?://\\S+)");

  private final Optional<String> given;
  private Optional<String> applicationId = Optional.empty();
  private Optional<String> driverId = Optional.empty();
  private Optional<String> pod = Optional.empty();
  private Optional<URI> ui = Optional.empty();
  private Optional<URI> tracking = Optional.empty();
  private String uiHost = "localhost";

  /**
   * Looks in a log.
   *
   * @param given the name that the application was given, where Spark does not tell it
   */
  IdentityReader(Optional<String> given) {
    this.given = given;
  }

  void read(LogLine line) {
    if (line.logger().contains(KUBERNETES_BACKEND)) {
      applicationId = applicationId.or(() -> given);
    }
    applicationId = applicationId.or(() -> first(APPLICATION_ID, line));
    driverId = driverId.or(() -> first(DRIVER_ID, line));
    pod = pod.or(() -> first(POD, line));
    tracking = tracking.or(() -> first(TRACKING_URL, line).flatMap(IdentityReader::uri));
    first(UI_ADDRESS, line)
        .filter(host -> !host.equals("0.0.0.0") && !host.equals("[::]"))
        .ifPresent(host -> uiHost = host);
    first(UI_PORT, line)
        .flatMap(port -> uri("http://" + uiHost + ":" + port))
        .ifPresent(address -> ui = Optional.of(address));
  }

  Optional<String> applicationId() {
    return applicationId;
  }

  Optional<String> driverId() {
    return driverId;
  }

  Optional<String> pod() {
    return pod;
  }

  /** Returns the driver's own address where it runs here, else YARN's proxy to it. */
  Optional<URI> ui() {
    return ui.or(() -> tracking);
  }

  private static Optional<String> first(Pattern pattern, LogLine line) {
    Matcher matcher = pattern.matcher(line.text());
    if (!matcher.find()) {
      return Optional.empty();
    }
    return Optional.ofNullable(matcher.group(1))
        .or(() -> matcher.groupCount() > 1 ? Optional.of(matcher.group(2)) : Optional.empty());
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
