/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.hardware.DeployMode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A YARN that is secured by Kerberos: REST refuses, and what RPC says holds all the same. */
@Tag("proof")
class KerberosTest {
  private static final Path FOLDER = RunFolder.create("kerberos");

  private static YarnProcess yarn;
  private static YarnSite site;
  private static ClusterClient client;

  @BeforeAll
  static void start() throws Exception {
    yarn = YarnProcess.start(FOLDER.resolve("yarn"), "--kerberos");
    site = new YarnSite(FOLDER.resolve("jobs"), yarn.conf(), Map.of("JAVA_TOOL_OPTIONS", realm()));
    client = site.client(DeployMode.CLUSTER, login());
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    yarn.close();
  }

  @Test
  void refusesRestWithoutATicket() throws Exception {
    assertThat(restStatus()).isEqualTo(401);
  }

  @Test
  void tellsTheVerdictOfDriversInTheCluster() throws Exception {
    assertThat(ended("ok").state()).isEqualTo(ApplicationState.SUCCEEDED);

    ApplicationReport failed = ended("throws");
    assertThat(failed.state()).isEqualTo(ApplicationState.FAILED);
    assertThat(failed.detail())
        .isEqualTo("the main class threw java.lang.IllegalStateException: thrown by main");
  }

  @Test
  void findsAndEndsWhatADriverHereHasStarted() throws Exception {
    Map<String, String> settings = new HashMap<>(login());
    settings.put("spark.yarn.tags", "spark-maven-project-secured");
    try (Submission submission = site.submit(DeployMode.CLIENT, "hangs", settings)) {
      String id = submission.applicationId();
      Awaited.until(
          id + " running",
          () ->
              Optional.of(client.report(id))
                  .filter(report -> report.state() == ApplicationState.RUNNING));

      assertThat(client.search("secured").found())
          .extracting(ApplicationReport::id)
          .containsExactly(id);
      assertThat(client.kill(id).ended()).isTrue();
      assertThat(client.report(id).state()).isEqualTo(ApplicationState.KILLED);
      assertThat(submission.exitCode()).isNotZero();
    }
  }

  @Test
  void saysHowToLogInWhereThereIsNoTicket() throws Exception {
    try (ClusterClient stranger = site.client(DeployMode.CLUSTER, Map.of())) {
      ApplicationReport report = stranger.report("application_1700000000000_0001");

      assertThat(report.state()).isEqualTo(ApplicationState.UNKNOWN);
      assertThat(report.detail()).contains("log in with kinit");
    }
  }

  private static ApplicationReport ended(String ending) throws Exception {
    try (Submission submission = site.submit(DeployMode.CLUSTER, ending, login())) {
      String id = submission.applicationId();
      submission.exitCode();
      return client.report(id);
    }
  }

  private static Map<String, String> login() {
    return Map.of(
        "spark.kerberos.principal",
        Kerberos.JOB,
        "spark.kerberos.keytab",
        yarn.conf().resolve("job.keytab").toString(),
        "spark.yarn.appMasterEnv.JAVA_TOOL_OPTIONS",
        realm(),
        "spark.executorEnv.JAVA_TOOL_OPTIONS",
        realm(),
        // Local files have no tokens that a renewer could renew.
        "spark.security.credentials.hadoopfs.enabled",
        "false");
  }

  private static String realm() {
    return "-Djava.security.krb5.conf=" + yarn.conf().resolve("krb5.conf");
  }

  private static int restStatus() throws IOException, InterruptedException {
    Configuration conf = new Configuration(false);
    conf.addResource(Files.newInputStream(yarn.conf().resolve("yarn-site.xml")));
    URI apps =
        URI.create(
            "http://" + conf.get("yarn.resourcemanager.webapp.address") + "/ws/v1/cluster/apps");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(apps).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
