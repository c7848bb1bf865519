/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.hardware.DeployMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How jobs end on a real YARN: what spark-submit exits with, and what the client says of them. */
@Tag("proof")
class EndingsOnYarnTest {
  private static final Path FOLDER = RunFolder.create("endings");

  private static YarnProcess yarn;
  private static YarnSite site;

  @BeforeAll
  static void start() throws IOException {
    yarn = YarnProcess.start(FOLDER.resolve("yarn"));
    site = new YarnSite(FOLDER.resolve("jobs"), yarn.conf(), Map.of());
  }

  @AfterAll
  static void stop() throws IOException {
    yarn.close();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void tellsHowAJobEnded(
      DeployMode mode, String ending, int exitCode, ApplicationState state, String detail)
      throws Exception {
    try (Submission submission = site.submit(mode, ending, Map.of());
        ClusterClient client = site.client(mode, Map.of())) {
      String id = submission.applicationId();
      assertThat(submission.exitCode()).isEqualTo(exitCode);

      ApplicationReport report = client.report(id);
      assertThat(report.state()).isEqualTo(state);
      assertThat(report.detail()).startsWith(detail);
    }
  }

  private static Stream<Arguments> endings() {
    ApplicationState failed = ApplicationState.FAILED;
    ApplicationState unknown = ApplicationState.UNKNOWN;
    // An application of client mode is said to have succeeded, however its driver ended.
    String succeeded = "YARN says SUCCEEDED, which in client mode";
    return Stream.of(
        arguments(DeployMode.CLUSTER, "ok", 0, ApplicationState.SUCCEEDED, ""),
        arguments(DeployMode.CLUSTER, "throws", 1, failed, "the main class threw java.lang.Ill"),
        arguments(DeployMode.CLUSTER, "exit-3", 1, failed, "the program called System.exit"),
        arguments(DeployMode.CLUSTER, "task-fails", 1, failed, "the main class threw org.apache"),
        arguments(DeployMode.CLUSTER, "no-context", 1, failed, "the program made no SparkContext"),
        arguments(DeployMode.CLUSTER, "local-master", 1, failed, "the program made no Spark"),
        arguments(DeployMode.CLUSTER, "out-of-memory", 1, failed, "the main class threw java.lang"),
        arguments(DeployMode.CLIENT, "ok", 0, unknown, succeeded),
        arguments(DeployMode.CLIENT, "throws", 1, unknown, succeeded),
        arguments(DeployMode.CLIENT, "exit-3", 3, unknown, succeeded),
        arguments(DeployMode.CLIENT, "task-fails", 1, unknown, succeeded));
  }

  @Test
  void leavesWhatRunsInTheClusterBehindWhenSparkSubmitIsEnded() throws Exception {
    try (Submission submission = site.submit(DeployMode.CLUSTER, "hangs", Map.of());
        ClusterClient client = site.client(DeployMode.CLUSTER, Map.of())) {
      String id = submission.applicationId();
      Awaited.until(
          id + " running",
          () ->
              Optional.of(client.report(id))
                  .filter(report -> report.state() == ApplicationState.RUNNING));
      submission.process().destroy();
      assertThat(submission.exitCode()).isEqualTo(143);

      assertThat(client.report(id).state()).isEqualTo(ApplicationState.RUNNING);
      assertThat(client.kill(id).ended()).isTrue();
    }
  }

  @Test
  void saysSucceededOfADriverThatWasKilledHere() throws Exception {
    try (Submission submission = site.submit(DeployMode.CLIENT, "hangs", Map.of());
        ClusterClient client = site.client(DeployMode.CLIENT, Map.of())) {
      String id = submission.applicationId();
      // Killed earlier, it leaves an application master that cannot find it and fails.
      Awaited.until(
          "job in " + id,
          () -> Optional.of(submission.output()).filter(text -> text.contains("the driver hangs")));
      submission.process().destroyForcibly();
      ApplicationReport report =
          Awaited.until(
              "end of " + id,
              () -> Optional.of(client.report(id)).filter(now -> !now.state().alive()));

      assertThat(report.state()).isEqualTo(ApplicationState.UNKNOWN);
      assertThat(report.detail()).startsWith("YARN says SUCCEEDED");
    }
  }
}
