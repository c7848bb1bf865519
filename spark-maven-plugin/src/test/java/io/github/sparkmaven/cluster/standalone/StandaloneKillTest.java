/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import static io.github.sparkmaven.cluster.standalone.MasterDouble.APP;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.FINISHED;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.RUNNING;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.UNKNOWN;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.client;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.closedPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ClusterClient.Kill;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ends what pages of a real master show. */
class StandaloneKillTest {
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
  void killsOverTheSubmissionServerAndWaitsForTheEnd() throws IOException {
    String before = master.recorded("master.json");
    master.shows("/v1/submissions/kill/" + RUNNING, master.recorded("kill-running.json"));

    assertThat(client.kill(RUNNING).ended()).isFalse();
    assertThat(client.kill(RUNNING).said())
        .startsWith("the master took the order, and still says RUNNING");

    master.shows("/json/", before.replace(RUNNING, "driver-another"));
    assertThat(client.kill(RUNNING).ended()).isFalse();
    assertThat(client.kill(RUNNING).said())
        .isEqualTo(master.address() + "/json/ does not know " + RUNNING);
  }

  @Test
  void pressesTheButtonWhereThereIsNoSubmissionServer() throws IOException {
    client = client(master.port(), closedPort());
    master
        .redirects("/driver/kill/", master.address() + "/")
        .redirects("/app/kill/", master.address() + "/");

    client.kill(RUNNING);
    client.kill(APP);

    assertThat(master.posts())
        .containsExactly(
            "/driver/kill/ id=" + RUNNING + "&terminate=true",
            "/app/kill/ id=" + APP + "&terminate=true");
    assertThat(client.killCommand(RUNNING))
        .isEqualTo(
            "curl -s -d 'id=" + RUNNING + "&terminate=true' " + master.address() + "/driver/kill/");
    assertThat(client.lookCommand(RUNNING)).isEqualTo("curl -s " + master.address() + "/json/");
  }

  @Test
  void saysWhereAButtonIsNotTaken() throws IOException {
    client = client(master.port(), closedPort());
    master.refuses("/app/kill/", 405);

    Kill kill = client.kill(APP);

    assertThat(kill.ended()).isFalse();
    assertThat(kill.said())
        .isEqualTo(
            master.address()
                + "/app/kill/: it answered HTTP 405; its buttons are off with"
                + " spark.ui.killEnabled=false");
  }

  @Test
  void killsNothingThatHasEnded() {
    assertThat(client.kill(FINISHED)).isEqualTo(new Kill(true, "it had ended before: FINISHED"));
    assertThat(client.kill(UNKNOWN).ended()).isFalse();
    assertThat(master.posts()).isEmpty();
  }

  @Test
  void killsOverTheSubmissionServerAlone() throws IOException {
    client = client(closedPort(), master.port());
    master
        .shows("/v1/submissions/kill/" + RUNNING, master.recorded("kill-running.json"))
        .shows("/v1/submissions/status/" + RUNNING, master.recorded("status-killed.json"))
        .shows("/v1/submissions/kill/" + UNKNOWN, master.recorded("kill-unknown.json"))
        .shows("/v1/submissions/status/" + UNKNOWN, master.recorded("status-unknown.json"));

    assertThat(client.kill(RUNNING)).isEqualTo(new Kill(true, "the master says KILLED"));
    assertThat(client.kill(UNKNOWN))
        .isEqualTo(
            new Kill(false, "Driver " + UNKNOWN + " has already finished or does not exist"));
  }
}
