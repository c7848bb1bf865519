/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.hardware.DeployMode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client of YARN and the JVM that it asks through, on a real YARN with real Spark jobs. */
class YarnClientOnYarnTest {
  private static final Path FOLDER = RunFolder.create("client");
  private static final io.github.sparkmaven.cluster.Tag FIRST =
      new io.github.sparkmaven.cluster.Tag("shared", "first", "content");

  private static YarnProcess yarn;
  private static YarnSite site;
  private static ClusterClient client;

  @BeforeAll
  static void start() throws Exception {
    yarn = YarnProcess.start(FOLDER.resolve("yarn"));
    site = new YarnSite(FOLDER.resolve("jobs"), yarn.conf(), Map.of());
    client = site.client(DeployMode.CLUSTER, Map.of("spark.executor.instances", "1"));
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    yarn.close();
  }

  @Test
  void findsAndEndsWhatRunsAndWhatWaits() throws Exception {
    try (Submission first = inNarrowQueue("first")) {
      String running = first.applicationId();
      try (Submission second = inNarrowQueue("second")) {
        String waiting = second.applicationId();
        followsWhatRuns(running);
        saysWhatIsWaitedFor(waiting);
        assertThat(client.search("shared").found())
            .extracting(ApplicationReport::id)
            .containsExactlyInAnyOrder(running, waiting);
        assertThat(client.search("other").found()).isEmpty();

        assertThat(client.kill(waiting).ended()).isTrue();
        assertThat(client.kill(running).ended()).isTrue();
        assertThat(client.search("shared").found()).isEmpty();
        assertThat(client.report(running).state()).isEqualTo(ApplicationState.KILLED);
        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(second.exitCode()).isEqualTo(1);
      }
    }
  }

  private static void followsWhatRuns(String running) throws Exception {
    ApplicationReport first =
        Awaited.until(
            "UI of " + running,
            () -> Optional.of(client.report(running)).filter(report -> report.ui().isPresent()));
    assertThat(first.state()).isEqualTo(ApplicationState.RUNNING);
    assertThat(first.tag()).contains(FIRST);
    assertThat(first.since()).isPresent();
    assertThat(read(first.ui().orElseThrow().resolve("api/v1/applications"))).contains(running);

    Path log = FOLDER.resolve("running.log");
    assertThat(client.logs(running, log)).contains("from its node");
    assertThat(log).content().contains("the driver was told: hangs");
  }

  private static void saysWhatIsWaitedFor(String waiting) {
    ApplicationReport second = client.report(waiting);
    assertThat(second.state()).isEqualTo(ApplicationState.WAITING);
    assertThat(second.detail())
        .startsWith("waits in queue root.narrow for its application master: ")
        .contains("AM resource limit exceeded");
  }

  @Test
  void tellsHowADriverFailed() throws Exception {
    try (Submission submission =
        site.submit(DeployMode.CLUSTER, "throws-before-context", Map.of())) {
      String id = submission.applicationId();
      assertThat(submission.exitCode()).isEqualTo(1);

      ApplicationReport report = client.report(id);
      assertThat(report.state()).isEqualTo(ApplicationState.FAILED);
      assertThat(report.exitCode()).hasValue(13);
      assertThat(report.detail())
          .isEqualTo(
              "the main class threw java.lang.IllegalStateException: thrown by main before a"
                  + " context");
      Path log = FOLDER.resolve("failed.log");
      assertThat(client.logs(id, log)).startsWith("the log of the application master");
      assertThat(log).content().contains("thrown by main before a context");
    }
  }

  @Test
  void admitsWhatYarnDoesNotKnow() {
    String id = "application_1700000000000_0001";

    assertThat(client.report(id).state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(client.report(id).detail()).startsWith("the ResourceManager does not know it");
    assertThat(client.kill(id).ended()).isFalse();
  }

  @Test
  void saysThatNobodyListensAtTheAddress() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }

    assertThat(reportFrom("localhost:" + closed))
        .startsWith("the ResourceManager at localhost:" + closed + " cannot be asked: ")
        .contains("Connection refused");
  }

  @Test
  void saysThatWhoListensAtTheAddressGivesNoAnswer() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      assertThat(reportFrom("localhost:" + silent.getLocalPort()))
          .startsWith("the ResourceManager at localhost:" + silent.getLocalPort());
    }
  }

  private static String reportFrom(String address) throws Exception {
    Map<String, String> settings = Map.of("spark.hadoop.yarn.resourcemanager.address", address);
    try (ClusterClient lost = site.client(DeployMode.CLUSTER, settings)) {
      ApplicationReport report = lost.report("application_1700000000000_0001");
      assertThat(report.state()).isEqualTo(ApplicationState.UNKNOWN);
      assertThat(lost.search("shared").complete()).isFalse();
      return report.detail();
    }
  }

  private static Submission inNarrowQueue(String name) throws IOException {
    String tags =
        "spark-maven-project-shared,spark-maven-content-content,spark-maven-submission-" + name;
    return site.submit(
        DeployMode.CLUSTER,
        "hangs",
        Map.of("spark.yarn.queue", SubmissionYarn.NARROW, "spark.yarn.tags", tags));
  }

  private static String read(URI uri) throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
