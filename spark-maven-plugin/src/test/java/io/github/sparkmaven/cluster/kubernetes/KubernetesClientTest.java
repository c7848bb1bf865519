/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.cluster.enquiry.Enquiry;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesClientTest {
  private static final String ID = "spark-0123456789abcdef0123456789abcdef";

  private final List<String> asked = new ArrayList<>();

  private ClusterClient client(DeployMode mode, Object answer, String... settings) {
    Map<String, String> conf = new TreeMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      conf.put(settings[i], settings[i + 1]);
    }
    LayeredConf layered = LayeredConf.empty().with(Layer.JOB, conf, "test");
    return new KubernetesClient(
        new Target(Manager.KUBERNETES, "k8s://https://k:6443", mode, layered), answering(answer));
  }

  /** Answers with records, or fails with a text. */
  private Enquiry answering(Object answer) {
    return new Enquiry() {
      @Override
      @SuppressWarnings("unchecked")
      public List<Map<String, String>> ask(String... question) throws IOException {
        asked.add(String.join(" ", question));
        if (answer instanceof String failure) {
          throw new IOException(failure);
        }
        return (List<Map<String, String>>) answer;
      }

      @Override
      public void close() {}
    };
  }

  private static Map<String, String> pod(String... more) {
    Map<String, String> pod =
        new TreeMap<>(
            Map.of(
                "kind", "pod",
                "name", "x",
                "namespace", "team",
                "created", "2026-11-22T20:00:00Z",
                "image", "acme:1",
                "memoryLimit", "1408Mi",
                "label.spark-app-selector", ID));
    for (int i = 0; i < more.length; i += 2) {
      pod.put(more[i], more[i + 1]);
    }
    return pod;
  }

  private static Map<String, String> executors(String phase, String count, String... more) {
    Map<String, String> record = pod(more);
    record.putAll(Map.of("kind", "executors", "application", ID, "phase", phase, "count", count));
    return record;
  }

  private ApplicationReport report(Map<String, String> pod) {
    return report(List.of(pod));
  }

  private ApplicationReport report(List<Map<String, String>> records) {
    return client(DeployMode.CLUSTER, records).report("team:x");
  }

  @Test
  void readsWhatADriversPodSaysOfItself() {
    ApplicationReport report =
        report(
            pod(
                "phase", "Running",
                "ip", "10.0.0.7",
                "uiPort", "4040",
                "label.spark-maven-project", "p",
                "label.spark-maven-submission", "s",
                "label.spark-maven-content", "c"));
    assertThat(report.id()).isEqualTo("team:x");
    assertThat(report.state()).isEqualTo(ApplicationState.RUNNING);
    assertThat(report.detail()).isEmpty();
    assertThat(report.since()).contains(Instant.parse("2026-11-22T20:00:00Z"));
    assertThat(report.ui()).contains(URI.create("http://10.0.0.7:4040"));
    assertThat(report.tag()).contains(new Tag("p", "s", "c"));
    assertThat(asked).containsExactly("report team:x");
  }

  @Test
  void saysWhatAPodWaitsForAndSinceWhen() {
    assertThat(
            report(
                    pod(
                        "phase", "Pending",
                        "unscheduled", "0/3 nodes are available: 3 Insufficient memory.",
                        "unscheduledSince", "2026-11-22T20:00:01Z"))
                .detail())
        .isEqualTo(
            "waits for a node since 2026-11-22T20:00:01Z: 0/3 nodes are available: 3 Insufficient"
                + " memory.");
    assertThat(report(pod("phase", "Pending", "waiting", "ErrImagePull")).detail())
        .isEqualTo("waits for its image acme:1 since 2026-11-22T20:00:00Z: ErrImagePull");
    assertThat(
            report(
                    pod(
                        "phase", "Pending",
                        "waiting", "ContainerCreating",
                        "event", "FailedMount: configmap \"c\" not found"))
                .detail())
        .isEqualTo(
            "waits for its container since 2026-11-22T20:00:00Z: FailedMount: configmap \"c\" not"
                + " found");
    assertThat(report(pod("phase", "Pending", "waiting", "CreateContainerConfigError")).detail())
        .isEqualTo("its container cannot start: CreateContainerConfigError");
    assertThat(report(pod("phase", "Pending")))
        .extracting(ApplicationReport::state, ApplicationReport::detail)
        .containsExactly(
            ApplicationState.WAITING, "waits to be scheduled since 2026-11-22T20:00:00Z");
  }

  @Test
  void saysWhatTheExecutorsOfARunningDriverWaitFor() {
    Map<String, String> pending =
        executors(
            "Pending", "2", "unscheduled", "no room", "unscheduledSince", "2026-11-22T20:01:00Z");
    assertThat(
            report(
                    List.of(
                        pod("phase", "Running"),
                        pending,
                        executors("Running", "1"),
                        executors("Failed", "4")))
                .detail())
        .isEqualTo("2 of 3 executors: waits for a node since 2026-11-22T20:01:00Z: no room");
  }

  @ParameterizedTest
  @CsvSource({
    "Succeeded, 0,   Completed, SUCCEEDED, ''",
    "Failed,    3,   Error,     FAILED,    exit code 3",
    "Failed,    1,   ContainerCannotRun, FAILED, exit code 1 (ContainerCannotRun)",
    "Running,   0,   Completed, SUCCEEDED, ''",
    "Running,   3,   Error,     FAILED,    exit code 3",
    "Failed,    0,   Completed, SUCCEEDED, ''",
  })
  void takesTheDriversContainerForTheVerdict(
      String phase, String exitCode, String ended, ApplicationState state, String detail) {
    ApplicationReport report = report(pod("phase", phase, "exitCode", exitCode, "ended", ended));
    assertThat(report.state()).isEqualTo(state);
    assertThat(report.detail()).isEqualTo(detail);
    assertThat(report.exitCode()).hasValue(Integer.parseInt(exitCode));
    assertThat(report.ui()).isEmpty();
  }

  @Test
  void namesTheSettingsThatRaiseAMemoryLimit() {
    assertThat(report(pod("phase", "Failed", "exitCode", "137", "ended", "OOMKilled")).detail())
        .isEqualTo(
            "was killed at its container's memory limit of 1408Mi (OOMKilled); raise"
                + " spark.driver.memoryOverhead, or spark.driver.memory if the heap is too small as"
                + " well");
  }

  @Test
  void tellsAnEvictedPodFromADeletedOne() {
    assertThat(report(pod("phase", "Failed", "reason", "Evicted", "message", "low on memory")))
        .extracting(ApplicationReport::state, ApplicationReport::detail)
        .containsExactly(ApplicationState.FAILED, "Evicted: low on memory");
    assertThat(report(pod("phase", "Failed", "exitCode", "143", "deleted", "t")))
        .extracting(ApplicationReport::state, ApplicationReport::detail)
        .containsExactly(ApplicationState.KILLED, "was deleted while it ran, exit code 143");
    assertThat(report(pod("phase", "Running", "deleted", "20:00")).detail())
        .isEqualTo("is being deleted since 20:00");
    assertThat(report(pod("phase", "Unknown")).state()).isEqualTo(ApplicationState.UNKNOWN);
  }

  @Test
  void doesNotGuessWhatBecameOfAPodThatIsGone() {
    assertThat(report(List.of()))
        .isEqualTo(
            ApplicationReport.gone(
                "team:x",
                "there is no pod x in namespace team: it was deleted, and its exit code and log"
                    + " with it, or it never was; what happened in the last hour is shown by"
                    + " kubectl -n team get events --field-selector involvedObject.name=x"));
    assertThat(client(DeployMode.CLUSTER, "the API cannot be reached").report("team:x"))
        .isEqualTo(ApplicationReport.unknown("team:x", "the API cannot be reached"));
  }

  @Test
  void reportsTheExecutorsOfADriverThatIsNoPod() {
    ClusterClient waits =
        client(DeployMode.CLIENT, List.of(executors("Pending", "3", "waiting", "ErrImagePull")));
    assertThat(waits.report(ID))
        .extracting(ApplicationReport::id, ApplicationReport::state, ApplicationReport::detail)
        .containsExactly(
            ID,
            ApplicationState.WAITING,
            "3 of 3 executors: waits for its image acme:1 since 2026-11-22T20:00:00Z:"
                + " ErrImagePull");
    assertThat(client(DeployMode.CLIENT, List.of(executors("Running", "3"))).report(ID).state())
        .isEqualTo(ApplicationState.RUNNING);
    assertThat(client(DeployMode.CLIENT, List.of()).report(ID))
        .extracting(ApplicationReport::state, ApplicationReport::detail)
        .containsExactly(
            ApplicationState.UNKNOWN,
            "there is no pod of application "
                + ID
                + " in namespace default; a driver in client mode is a process of the machine that"
                + " submitted it, whose exit code is the verdict");
  }

  @Test
  void findsWhatIsAliveAndSaysWhatItCannotSee() {
    List<Map<String, String>> records =
        List.of(pod("phase", "Running"), pod("phase", "Failed", "exitCode", "1"));
    ClusterClient.Search inCluster = client(DeployMode.CLUSTER, records).search("p");
    assertThat(inCluster.complete()).isTrue();
    assertThat(inCluster.found()).extracting(ApplicationReport::id).containsExactly("team:x");
    ClusterClient.Search client = client(DeployMode.CLIENT, records).search("p");
    assertThat(client.complete()).isFalse();
    assertThat(client.note())
        .isEqualTo(
            "a driver in client mode is a process of the machine that submitted it: only its"
                + " executors' pods are found");
    assertThat(client(DeployMode.CLUSTER, "403").search("p"))
        .isEqualTo(new ClusterClient.Search(false, List.of(), "403"));
  }

  @Test
  void killsWithAGraceAndSaysWhatIsLeft() {
    assertThat(kill("1", "0"))
        .isEqualTo(new ClusterClient.Kill(true, "deleted pod x in namespace team"));
    assertThat(kill("1", "1"))
        .isEqualTo(
            new ClusterClient.Kill(
                false,
                "1 of 1 pods of pod x in namespace team are marked for deletion, and still end"));
    assertThat(kill("0", "0").said())
        .isEqualTo("there is no pod x in namespace team: it was deleted, or it never was");
    assertThat(client(DeployMode.CLUSTER, "403").kill("team:x"))
        .isEqualTo(new ClusterClient.Kill(false, "403"));
    client(
            DeployMode.CLUSTER,
            "403",
            "spark.kubernetes.appKillPodDeletionGracePeriod",
            "60s",
            "spark.kubernetes.namespace",
            "team")
        .kill("x");
    assertThat(asked)
        .containsExactly(
            "kill team:x 5", "kill team:x 5", "kill team:x 5", "kill team:x 5", "kill team:x 60");
  }

  private ClusterClient.Kill kill(String pods, String left) {
    return client(DeployMode.CLUSTER, List.of(Map.of("pods", pods, "left", left))).kill("team:x");
  }

  @Test
  void letsTheOtherJvmWriteTheLog(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("logs/driver.log");
    String said =
        client(DeployMode.CLUSTER, List.of(Map.of("bytes", "42", "complete", "true")))
            .logs("team:x", file);
    assertThat(said)
        .isEqualTo(
            "42 bytes of the log of the driver's container; a node keeps the last part of a long"
                + " log, 10 MiB by default");
    assertThat(asked).containsExactly("logs team:x " + file);
    assertThat(file.getParent()).isDirectory();
  }

  @Test
  void givesCommandsForAPerson() {
    ClusterClient client = client(DeployMode.CLUSTER, List.of());
    assertThat(client.lookCommand("team:x")).isEqualTo("kubectl -n team describe pod x");
    assertThat(client.killCommand("x")).isEqualTo("kubectl -n default delete pod x");
    ClusterClient other =
        client(
            DeployMode.CLIENT,
            List.of(),
            "spark.kubernetes.context",
            "prod",
            "spark.kubernetes.namespace",
            "team");
    assertThat(other.lookCommand("my-app"))
        .isEqualTo("kubectl --context prod -n team get pods -l spark-app-selector=my-app");
    assertThat(other.killCommand(ID))
        .isEqualTo("kubectl --context prod -n team delete pods -l spark-app-selector=" + ID);
  }
}
