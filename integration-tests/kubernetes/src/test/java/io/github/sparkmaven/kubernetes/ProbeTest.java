/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.LiveClusters;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plugin's client, through a JVM of real homes, against the double of the API. */
class ProbeTest {
  private static final String TOKEN_FILE =
      "spark.kubernetes.authenticate.submission.oauthTokenFile";

  @TempDir Path folder;

  private static ClusterClient client(Homes home, String url, Map<String, String> settings) {
    // Without spark.master, as of a target that the ledger remembers.
    LayeredConf layered = LayeredConf.empty().with(Layer.JOB, settings, "test");
    Target target = new Target(Manager.KUBERNETES, "k8s://" + url, DeployMode.CLUSTER, layered);
    return new LiveClusters().open(target, home.jvm());
  }

  private static ApplicationReport settled(
      ClusterClient client, String pod, ApplicationState state, String word)
      throws InterruptedException {
    ApplicationReport report = client.report(pod);
    // The double leads pods on threads of its own.
    for (int i = 0; i < 50 && !(report.state() == state && report.detail().contains(word)); i++) {
      Thread.sleep(20);
      report = client.report(pod);
    }
    assertThat(report.state()).as(report.toString()).isEqualTo(state);
    return report;
  }

  @ParameterizedTest
  @EnumSource
  void answersAsTheClusterIs(Homes home) throws Exception {
    try (KubernetesApiDouble api = new KubernetesApiDouble(folder, folder, Map.of());
        ClusterClient client =
            client(home, api.url(), Map.of("spark.kubernetes.namespace", "team"))) {
      reportsEveryPhase(api, client);
      writesTheDriversLog(api, client);
      findsAndKillsWhatAProjectHasRunning(api, client);
    }
  }

  private static void reportsEveryPhase(KubernetesApiDouble api, ClusterClient client)
      throws Exception {
    api.create("team", Pods.driver("stuck", "unschedulable"));
    api.create("team", Pods.driver("pulling", "waiting:ImagePullBackOff"));
    api.create("team", Pods.pod("runs", "driver", "spark-1", "running"));
    api.create("team", Pods.pod("runs-exec-1", "executor", "spark-1", "running"));
    api.create("team", Pods.pod("runs-exec-2", "executor", "spark-1", "unschedulable"));
    api.create("team", Pods.driver("well", "running:1,exit:0"));
    api.create("team", Pods.driver("three", "running:1,exit:3"));
    api.create("team", Pods.driver("oom", "running:1,exit:137:OOMKilled"));
    api.create("team", Pods.driver("evicted", "running:1,evicted"));
    assertThat(settled(client, "stuck", ApplicationState.WAITING, "node").detail())
        .startsWith("waits for a node since 20")
        .endsWith("Z: " + PodStatus.NO_ROOM);
    assertThat(settled(client, "pulling", ApplicationState.WAITING, "image").detail())
        .startsWith("waits for its image acme/spark:1 since ")
        .endsWith(": ImagePullBackOff: Back-off pulling image \"acme/spark:1\"");
    ApplicationReport runs = settled(client, "runs", ApplicationState.RUNNING, "1 of 2");
    assertThat(runs.detail())
        .startsWith("1 of 2 executors: waits for a node since ")
        .endsWith(PodStatus.NO_ROOM);
    assertThat(runs.id()).isEqualTo("team:runs");
    assertThat(runs.ui()).contains(URI.create("http://127.0.0.1:4040"));
    assertThat(runs.tag()).contains(new Tag("acme-clustering", "s1", "c1"));
    assertThat(settled(client, "well", ApplicationState.SUCCEEDED, "").exitCode()).hasValue(0);
    assertThat(settled(client, "three", ApplicationState.FAILED, "").exitCode()).hasValue(3);
    assertThat(settled(client, "oom", ApplicationState.FAILED, "").detail())
        .contains("memory limit of 1408Mi (OOMKilled)", "spark.driver.memoryOverhead");
    assertThat(settled(client, "evicted", ApplicationState.FAILED, "").detail())
        .isEqualTo("Evicted: The node was low on resource: memory.");
    assertThat(client.report("never").detail())
        .startsWith("there is no pod never in namespace team: it was deleted");
  }

  private void writesTheDriversLog(KubernetesApiDouble api, ClusterClient client) throws Exception {
    Path log = folder.resolve("logs/driver.log");
    Files.writeString(api.logOf("team", "three"), "line\n".repeat(400_000));
    assertThat(client.logs("team:three", log)).startsWith("2000000 bytes of the log");
    assertThat(log).hasSize(2_000_000);
    assertThatThrownBy(() -> client.logs("team:never", log))
        .hasMessage("there is no driver pod of team:never");
    assertThatThrownBy(() -> client.logs("team:pulling", log))
        .hasMessageContaining("is waiting to start");
  }

  private static void findsAndKillsWhatAProjectHasRunning(
      KubernetesApiDouble api, ClusterClient client) throws Exception {
    api.create(
        "team",
        Pods.pod("orphan-exec-1", "executor", Pods.APPLICATION.replace('0', 'f'), "running"));
    assertThat(client.search("acme-clustering").found())
        .extracting(ApplicationReport::id)
        .containsExactlyInAnyOrder(
            "team:stuck", "team:pulling", "team:runs", Pods.APPLICATION.replace('0', 'f'));
    assertThat(client.search("another").found()).isEmpty();
    String orphan = Pods.APPLICATION.replace('0', 'f');
    assertThat(client.report(orphan).state()).isEqualTo(ApplicationState.RUNNING);
    assertThat(client.kill(orphan).said())
        .isEqualTo("deleted application " + orphan + " in namespace team");
    assertThat(client.kill("runs"))
        .isEqualTo(new ClusterClient.Kill(true, "deleted pod runs in namespace team"));
    assertThat(client.report("team:runs").state()).isEqualTo(ApplicationState.GONE);
    assertThat(client.kill("runs").said())
        .isEqualTo("there is no pod runs in namespace team: it was deleted, or it never was");
  }

  @ParameterizedTest
  @EnumSource
  void bearsTheTokenAndSaysWhyNobodyCanTell(Homes home) throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "secret\n");
    try (KubernetesApiDouble api = new KubernetesApiDouble(folder, folder, Map.of());
        ClusterClient client = client(home, api.url(), Map.of(TOKEN_FILE, token.toString()))) {
      api.create("default", Pods.driver("runs", "running"));
      api.admit("secret");
      settled(client, "default:runs", ApplicationState.RUNNING, "");
      api.admit("another");
      assertThat(client.report("default:runs").detail())
          .endsWith("does not accept the credentials (401)");
      String forbidden = "pods \"runs\" is forbidden: User \"ci\" cannot get resource";
      api.refuse(403, "Forbidden", forbidden);
      assertThat(client.report("default:runs").detail())
          .isEqualTo(
              "the Kubernetes API at " + api.url() + "/ does not permit it (403): " + forbidden);
      assertThat(client.search("acme-clustering").complete()).isFalse();
      api.stop();
      assertThat(client.report("default:runs").detail()).contains("cannot be reached: ");
    }
  }
}
