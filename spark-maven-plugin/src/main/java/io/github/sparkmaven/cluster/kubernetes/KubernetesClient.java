/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.kubernetes;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.cluster.enquiry.Enquiry;
import io.github.sparkmaven.hardware.DeployMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kubernetes, asked through the home's own API client.
 *
 * <p>An application is {@code namespace:pod}, which is Spark's submission id, the pod alone in the
 * namespace of the settings, or Spark's application id {@code spark-…}. A driver in client mode is
 * no pod: what is reported then is the state of its executors.
 */
public final class KubernetesClient implements ClusterClient {
  private static final Pattern SECONDS = Pattern.compile("(\\d+)s?");
  // Less than the pods' own 30 s, so that an end is an end within ten.
  private static final String GRACE = "5";

  private final Target target;
  private final Enquiry enquiry;

  /** Asks about a target. */
  public KubernetesClient(Target target, Enquiry enquiry) {
    this.target = target;
    this.enquiry = enquiry;
  }

  @Override
  public ApplicationReport report(String id) {
    PodId asked = PodId.of(id, target);
    try {
      return reports(enquiry.ask("report", asked.asked())).stream()
          .findFirst()
          .orElseGet(() -> none(id, asked));
    } catch (IOException e) {
      return ApplicationReport.unknown(id, said(e));
    }
  }

  private static ApplicationReport none(String id, PodId asked) {
    return asked.pod().isEmpty()
        ? ApplicationReport.unknown(
            id,
            "there is no pod of "
                + asked
                + "; a driver in client mode is a process of the machine that"
                + " submitted it, whose exit code is the verdict")
        : ApplicationReport.gone(
            id,
            "there is no "
                + asked
                + ": it was deleted, and its exit code and log with it, or it never was; what"
                + " happened in the last hour is shown by "
                + asked.events());
  }

  /** A report for each driver's pod, and for each application that has executors' pods alone. */
  private static List<ApplicationReport> reports(List<Map<String, String>> records) {
    Map<String, List<Map<String, String>>> executors = new LinkedHashMap<>();
    records.stream()
        .filter(record -> "executors".equals(record.get("kind")))
        .forEach(
            record ->
                executors
                    .computeIfAbsent(
                        record.getOrDefault("application", ""), application -> new ArrayList<>())
                    .add(record));
    List<ApplicationReport> reports = new ArrayList<>();
    for (Map<String, String> record : records) {
      if ("pod".equals(record.get("kind"))) {
        List<Map<String, String>> own =
            executors.remove(record.getOrDefault("label.spark-app-selector", ""));
        reports.add(PodReports.ofDriver(record, own == null ? List.of() : own));
      }
    }
    executors.forEach(
        (application, counts) -> reports.add(PodReports.ofExecutors(application, counts)));
    return reports;
  }

  @Override
  public Kill kill(String id) {
    PodId asked = PodId.of(id, target);
    try {
      Map<String, String> answer = enquiry.ask("kill", asked.asked(), grace()).get(0);
      int pods = Integer.parseInt(answer.getOrDefault("pods", "0"));
      int left = Integer.parseInt(answer.getOrDefault("left", "0"));
      if (pods == 0) {
        return new Kill(true, "there is no " + asked + ": it was deleted, or it never was");
      }
      return left == 0
          ? new Kill(true, "deleted " + asked)
          : new Kill(
              false,
              left
                  + " of "
                  + pods
                  + " pods of "
                  + asked
                  + " are marked for deletion, and still end");
    } catch (IOException e) {
      return new Kill(false, said(e));
    }
  }

  private String grace() {
    Matcher given =
        SECONDS.matcher(
            target.setting("spark.kubernetes.appKillPodDeletionGracePeriod").orElse(GRACE));
    return given.matches() ? Objects.requireNonNull(given.group(1)) : GRACE;
  }

  @Override
  public Search search(String project) {
    try {
      List<ApplicationReport> found =
          reports(enquiry.ask("search", project)).stream()
              .filter(report -> report.state().alive())
              .toList();
      return target.mode() == DeployMode.CLUSTER
          ? new Search(true, found, "")
          : new Search(
              false,
              found,
              "a driver in client mode is a process of the machine that submitted it: only its"
                  + " executors' pods are found");
    } catch (IOException e) {
      return new Search(false, List.of(), said(e));
    }
  }

  @Override
  public String logs(String id, Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Files.createDirectories(Objects.requireNonNull(absolute.getParent()));
    PodId asked = PodId.of(id, target);
    Map<String, String> answer = enquiry.ask("logs", asked.asked(), absolute.toString()).get(0);
    return answer.get("bytes")
        + " bytes of the log of the driver's container"
        + ("true".equals(answer.get("complete"))
            ? ""
            : ", of which there is more: it takes too long to read")
        + "; a node keeps the last part of a long log, 10 MiB by default";
  }

  @Override
  public String lookCommand(String id) {
    return PodId.of(id, target).look();
  }

  @Override
  public String killCommand(String id) {
    return PodId.of(id, target).kill();
  }

  @Override
  public void close() {
    enquiry.close();
  }

  private static String said(IOException failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
