/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What spark-submit logs in Kubernetes' cluster mode. No cluster wrote these lines: they are put
 * together as LoggingPodStatusWatcherImpl and KubernetesUtils of Spark 3.5.5 and 4.1.0 do it.
 */
class KubernetesLogTest {
  private static final String LOG = "26/11/22 22:29:40 INFO LoggingPodStatusWatcherImpl: ";
  private static final String APPLICATION = "spark-0123456789abcdef0123456789abcdef";

  @TempDir Path folder;
  private final Heard heard = new Heard();
  private DriverLog log;

  @BeforeEach
  void submit() {
    log = new DriverLog(folder.resolve("driver.log"), heard, key -> Optional.empty());
    write(
        "26/11/22 22:29:39 INFO KubernetesClientApplication: Deployed Spark application clustering"
            + " with application ID "
            + APPLICATION
            + " and submission ID team-a:clustering-driver into Kubernetes",
        LOG
            + "Waiting for application clustering with application ID "
            + APPLICATION
            + " and submission ID team-a:clustering-driver to finish...",
        LOG + "State changed, new state: ",
        "\t pod name: clustering-driver",
        "\t namespace: team-a",
        "\t phase: Pending",
        "\t container status: ",
        "\t\t container name: spark-kubernetes-driver",
        "\t\t container state: waiting",
        "\t\t pending reason: ImagePullBackOff",
        LOG + "Application status for " + APPLICATION + " (phase: Pending)");
  }

  @Test
  void tellsThePodAndWhatItWaitsFor() {
    assertThat(log.facts().applicationId()).contains(APPLICATION);
    assertThat(log.facts().pod()).contains("team-a:clustering-driver");
    assertThat(log.facts().reported())
        .contains(
            ApplicationReport.of(
                "team-a:clustering-driver", ApplicationState.WAITING, "ImagePullBackOff"));
    assertThat(heard.noted())
        .containsExactly("Application " + APPLICATION, "Driver pod team-a:clustering-driver");
  }

  @Test
  void tellsTheExitCodeOfTheDriversContainerAndNoOther() {
    end("3", "Error");

    assertThat(log.facts().reported())
        .contains(
            new ApplicationReport(
                "team-a:clustering-driver",
                ApplicationState.FAILED,
                OptionalInt.of(3),
                "Error",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(log.facts().cause())
        .contains(new RootCause("The driver's container ended with exit code 3, Error", ""));
  }

  @Test
  void tellsWhoRanOutOfMemoryAndWhatToRaise() {
    end("137", "OOMKilled");

    assertThat(log.facts().cause())
        .contains(
            new RootCause(
                "The driver's container ended with exit code 137, OOMKilled: it was killed, mostly"
                    + " for using more memory than its limit, the sum of spark.driver.memory and"
                    + " spark.driver.memoryOverhead",
                "Raise spark.driver.memoryOverhead"));
  }

  @Test
  void namesTheExecutorThatWasKilledWhoseReasonStandsOnLinesOfItsOwn() {
    write(
        "Exception in thread \"main\" org.apache.spark.SparkException: Job aborted due to stage"
            + " failure: Task 0 in stage 0.0 failed 4 times, most recent failure: Lost task 0.3 in"
            + " stage 0.0 (TID 3) (10.1.2.3 executor 4): ExecutorLostFailure (executor 4 exited"
            + " caused by one of the running tasks) Reason: ",
        "The executor with id 4 exited with exit code 137(SIGKILL, possible container OOM).",
        "",
        "Driver stacktrace:");

    assertThat(log.facts().cause())
        .map(RootCause::text)
        .hasValueSatisfying(
            text ->
                assertThat(text).startsWith("Executor 4 was killed (SIGKILL, exit code 137), "));
  }

  @Test
  void knowsAnApplicationOfClientModeByTheNameThatItWasGiven() {
    Heard client = new Heard();
    try (DriverLog ours =
        new DriverLog(
            folder.resolve("client.log"),
            client,
            key -> Optional.empty(),
            Optional.of("given"),
            false)) {
      ours.error("26/11/22 22:29:39 INFO SparkContext: Running Spark version 3.5.5");
      assertThat(ours.facts().applicationId()).as("the cluster has not been asked").isEmpty();
      ours.error(
          "26/11/22 22:29:40 INFO KubernetesClusterSchedulerBackend$KubernetesDriverEndpoint: No"
              + " executor found for 127.0.0.1:45494");
      assertThat(ours.facts().applicationId()).contains("given");
    }
    assertThat(client.noted()).containsExactly("Application given");
  }

  private void end(String exitCode, String reason) {
    write(
        LOG + "State changed, new state: ",
        "\t phase: Failed",
        LOG + "Application status for " + APPLICATION + " (phase: Failed)",
        LOG + "Container final statuses:",
        "",
        "",
        "\t container name: spark-kubernetes-driver",
        "\t container state: terminated",
        "\t exit code: " + exitCode,
        "\t termination reason: " + reason,
        "",
        "\t container name: istio-proxy",
        "\t container state: terminated",
        "\t exit code: 0",
        "\t termination reason: Completed",
        LOG + "Application clustering finished");
  }

  private void write(String... lines) {
    List.of(lines).forEach(log::error);
  }
}
