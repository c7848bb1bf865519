/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import static io.github.sparkmaven.cluster.standalone.MasterDouble.APP;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.ERROR;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.FAILED;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.FINISHED;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.KILLED;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.RUNNING;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.UNKNOWN;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.WAITING;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.client;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.closedPort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against pages that a real master of Spark 3.5.5 gave; the proof asks a living one. */
class StandaloneClientTest {
  private MasterDouble master;
  private StandaloneClient client;

  @BeforeEach
  void start() throws IOException {
    master = MasterDouble.start("3.5.5");
    master.shows("/json/", master.recorded("master.json"));
    client = client(master.port(), master.port());
  }

  @AfterEach
  void end() {
    client.close();
    master.close();
  }

  @Test
  void readsHowADriverEnded() {
    assertThat(client.report(FINISHED).state()).isEqualTo(ApplicationState.SUCCEEDED);
    assertThat(client.report(KILLED).state()).isEqualTo(ApplicationState.KILLED);
    assertThat(client.report(FAILED).state()).isEqualTo(ApplicationState.FAILED);
    assertThat(client.report(FAILED).detail())
        .isEqualTo(
            "its process ended with another exit code than 0, which the master does not keep;"
                + " its log: "
                + master.address()
                + "/logPage/?driverId="
                + FAILED
                + "&logType=stderr");
  }

  @Test
  void saysSinceWhenAndForWhatADriverWaits() {
    ApplicationReport report = client.report(WAITING);

    assertThat(report.state()).isEqualTo(ApplicationState.WAITING);
    assertThat(report.since()).contains(Instant.ofEpochMilli(1795386442261L));
    assertThat(report.detail())
        .isEqualTo(
            "the driver wants 1 core and 9216 MiB of one worker, and none has that even when idle:"
                + " of 2 workers, the largest has 2 cores and 3072 MiB");
  }

  @Test
  void findsTheWebUiOfARunningDriver() throws IOException {
    master.showTheApplication();

    ApplicationReport report = client.report(RUNNING);

    assertThat(report.state()).isEqualTo(ApplicationState.RUNNING);
    assertThat(report.ui()).contains(URI.create(master.address()));
  }

  @Test
  void tellsWhyAWorkerCouldNotRunADriver() throws IOException {
    master.shows("/v1/submissions/status/" + ERROR, master.recorded("status-error.json"));

    assertThat(client.report(ERROR).state()).isEqualTo(ApplicationState.FAILED);
    assertThat(client.report(ERROR).detail())
        .isEqualTo(
            "its worker could not run it: java.nio.file.NoSuchFileException: /nowhere/x.jar");
  }

  @Test
  void takesAnErrorWithoutAReasonForALostWorker() throws IOException {
    String status = master.recorded("status-error.json").replaceAll("\"message\".*\n", "");
    master.shows("/v1/submissions/status/" + ERROR, status);

    assertThat(client.report(ERROR).state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(client.report(ERROR).detail())
        .isEqualTo(
            "the master lost the driver's worker, and does not know what became of the driver");
  }

  @Test
  void takesAnErrorOfADeadWorkerForALostDriver() throws IOException {
    String json =
        master.recorded("master.json").replace("\"state\": \"ALIVE\"", "\"state\": \"DEAD\"");
    master.shows("/json/", json);

    assertThat(client.report(ERROR).state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(client.report(RUNNING).state()).isEqualTo(ApplicationState.UNKNOWN);
  }

  @Test
  void takesAnErrorOfALivingWorkerForAFailure() {
    assertThat(client.report(ERROR).state()).isEqualTo(ApplicationState.FAILED);
    assertThat(client.report(ERROR).detail())
        .isEqualTo(
            "its worker could not run it, as where the jar is missing there; the worker's own log"
                + " says why");
  }

  @Test
  void doesNotGuessWhatBecameOfADriverThatWasStartedAgain() throws IOException {
    String json =
        master
            .recorded("master.json")
            .replace("\"state\": \"KILLED\"", "\"state\": \"RELAUNCHING\"");
    master.shows("/json/", json);

    assertThat(client.report(KILLED).state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(client.report(KILLED).detail())
        .isEqualTo(
            "its worker was lost, and the master started it again under another id; of the same"
                + " main class are "
                + RUNNING
                + " (RUNNING)");
  }

  @Test
  void doesNotKnowADriverThatTheMasterDoesNotKnow() throws IOException {
    master.shows("/v1/submissions/status/" + UNKNOWN, master.recorded("status-unknown.json"));

    assertThat(client.report(UNKNOWN).state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(client.report(UNKNOWN).detail())
        .startsWith(master.address() + "/json/ does not know it: the master keeps what has ended");
    assertThat(client.report("not an id").state()).isEqualTo(ApplicationState.UNKNOWN);
  }

  @Test
  void doesNotTakeAFinishedApplicationForASuccess() {
    ApplicationReport report = client.report("app-20261122222212-0000");

    assertThat(report.state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(report.detail())
        .startsWith("the driver has left the master, which calls that FINISHED");
  }

  @Test
  void readsAnApplicationWithItsWebUiAndTag() throws IOException {
    master.showTheApplication();

    ApplicationReport report = client.report(APP);

    assertThat(report.state()).isEqualTo(ApplicationState.RUNNING);
    assertThat(report.ui()).contains(URI.create(master.address()));
    assertThat(report.tag()).contains(new Tag("p1", "s1", "c1"));
    assertThat(report.since()).isPresent();
  }

  @Test
  void followsALinkThroughTheReverseProxy() throws IOException {
    master.showTheApplication();
    String page =
        master.recorded("app.html").replace("href=\"" + master.address(), "href=\"/proxy/" + APP);
    master.shows("/app/?appId=" + APP, page);
    master.shows(
        "/proxy/" + APP + "/api/v1/applications/" + APP + "/environment",
        master.recorded("environment.json"));

    assertThat(client.report(APP).ui()).contains(URI.create(master.address() + "/proxy/" + APP));
  }

  @Test
  void asksTheSubmissionServerWhereTheWebUiIsSilent() throws IOException {
    client = client(closedPort(), master.port());
    for (String state :
        new String[] {"finished", "failed", "error", "killed", "running", "submitted"}) {
      master.shows("/v1/submissions/status/" + state, master.recorded("status-" + state + ".json"));
    }
    master.shows("/v1/submissions/status/unknown", master.recorded("status-unknown.json"));

    assertThat(client.report("finished").state()).isEqualTo(ApplicationState.SUCCEEDED);
    assertThat(client.report("failed").state()).isEqualTo(ApplicationState.FAILED);
    assertThat(client.report("error").state()).isEqualTo(ApplicationState.FAILED);
    assertThat(client.report("killed").state()).isEqualTo(ApplicationState.KILLED);
    assertThat(client.report("running").state()).isEqualTo(ApplicationState.RUNNING);
    assertThat(client.report("submitted").state()).isEqualTo(ApplicationState.WAITING);
    assertThat(client.report("unknown").state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(client.report("unknown").detail()).endsWith("/unknown: it does not know it");
  }

  @Test
  void saysWhatWasAskedWhereNobodyAnswers() throws IOException {
    int closed = closedPort();
    client = client(closed, closed);

    assertThat(client.report(RUNNING).state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(client.report(RUNNING).detail())
        .isEqualTo(
            "no master can tell: http://127.0.0.1:"
                + closed
                + "/json/: nothing listens there; http://127.0.0.1:"
                + closed
                + "/v1/submissions/status/"
                + RUNNING
                + ": nothing listens there");
    assertThat(client.kill(RUNNING).ended()).isFalse();
    assertThat(client.search("p1").complete()).isFalse();
    assertThatThrownBy(() -> client.logs(RUNNING, Path.of("none")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no master can be asked: ");
    assertThat(client.killCommand(RUNNING))
        .isEqualTo(
            "\"$SPARK_HOME/bin/spark-class\" org.apache.spark.deploy.Client kill"
                + " spark://127.0.0.1:7077 "
                + RUNNING);
  }

  @Test
  void saysThatAPageWantsCredentials() {
    master.refuses("/json/", 401).refuses("/v1/submissions/status/" + RUNNING, 401);

    assertThat(client.report(RUNNING).detail())
        .contains("/json/: it wants credentials (HTTP 401)")
        .contains("/v1/submissions/status/" + RUNNING + ": it wants credentials (HTTP 401)");
  }

  @Test
  void passesOverMastersOnStandby() throws IOException {
    String state =
        master
            .recorded("master.json")
            .replaceAll("\"status\": \"ALIVE\"", "\"status\": \"STANDBY\"");
    master.shows("/json/", state);

    assertThat(client.report(FINISHED).state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(client.report(FINISHED).detail()).contains("/json/: this master is on standby");
  }
}
