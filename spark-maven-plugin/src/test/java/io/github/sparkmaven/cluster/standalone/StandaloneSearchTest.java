/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import static io.github.sparkmaven.cluster.standalone.MasterDouble.APP;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.RUNNING;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.WAITING;
import static io.github.sparkmaven.cluster.standalone.MasterDouble.client;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient.Search;
import io.github.sparkmaven.cluster.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches and reads what pages of a real master and worker show. */
class StandaloneSearchTest {
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
  void findsAProjectsDriverByItsCommandLine() throws IOException {
    master.shows(head(RUNNING), master.recorded("log.txt"));
    master.showTheApplication();
    withoutTheWaitingDriver();

    Search search = client.search("p1");

    assertThat(search.found()).hasSize(1);
    assertThat(search.found().get(0).id()).isEqualTo(RUNNING);
    assertThat(search.found().get(0).tag()).contains(new Tag("p1", "s1", "c1"));
    assertThat(search.complete()).isTrue();
    assertThat(client.search("p2")).isEqualTo(new Search(true, List.of(), ""));
  }

  @Test
  void findsAProjectsDriverByItsApplication() throws IOException {
    master.showTheApplication();
    withoutTheWaitingDriver();

    assertThat(client.search("p1").found())
        .extracting(ApplicationReport::id)
        .containsExactly(RUNNING);
    assertThat(client.search("p1").complete()).isTrue();
  }

  @Test
  void findsAProjectsApplicationOfClientMode() throws IOException {
    master.showTheApplication();
    String environment = master.recorded("environment.json").replace("/" + RUNNING, "/home");
    master.shows("/api/v1/applications/" + APP + "/environment", environment);

    assertThat(client.search("p1").found()).extracting(ApplicationReport::id).containsExactly(APP);
  }

  @Test
  void namesWhatItCannotTell() {
    Search search = client.search("p1");

    assertThat(search.found()).isEmpty();
    assertThat(search.complete()).isFalse();
    assertThat(search.note())
        .isEqualTo(
            "the master does not say whose these are, and they do not tell: "
                + WAITING
                + " (Tiny, SUBMITTED), "
                + RUNNING
                + " (Tiny, RUNNING), "
                + APP
                + " (ctx, RUNNING)");
  }

  @Test
  void writesADriversLog(@TempDir Path folder) throws IOException {
    String query = "/log/?driverId=" + RUNNING + "&logType=%s&offset=0&byteLength=8388608";
    master.shows(query.formatted("stderr"), master.recorded("log.txt"));
    master.shows(query.formatted("stdout"), master.recorded("log-stdout.txt"));
    Path file = folder.resolve("driver.log");

    assertThat(client.logs(RUNNING, file)).endsWith("from its worker on 127.0.0.1");

    assertThat(file)
        .content()
        .startsWith("==== stderr of " + RUNNING + " ====\nLaunch Command: ")
        .contains("tiny err naïve ü\n")
        .endsWith("==== stdout of " + RUNNING + " ====\ntiny out ctx,60000\n");
  }

  @Test
  void passesOnWhyAWorkerHasNoLog(@TempDir Path folder) throws IOException {
    master.shows(
        "/log/?driverId=" + RUNNING + "&logType=stderr&offset=0&byteLength=8388608",
        master.recorded("log-unknown.txt"));

    assertThatThrownBy(() -> client.logs(RUNNING, folder.resolve("driver.log")))
        .hasMessageContaining(": Error: invalid log directory /spark/work2/driver-2-1/;");
  }

  @Test
  void saysWhereALogIsThatNobodyGives(@TempDir Path folder) {
    Path file = folder.resolve("driver.log");

    assertThatThrownBy(() -> client.logs(RUNNING, file))
        .hasMessageEndingWith("; the log is on 127.0.0.1, in the worker's folder work/" + RUNNING);
    assertThatThrownBy(() -> client.logs(WAITING, file))
        .hasMessage("no worker has taken " + WAITING + ", so it has no log");
    assertThatThrownBy(() -> client.logs(APP, file))
        .hasMessageEndingWith("its driver's log is where spark-submit ran");
  }

  /** Nothing tells whose a driver is that no worker has taken. */
  private void withoutTheWaitingDriver() throws IOException {
    String json = master.recorded("master.json");
    int driver = json.indexOf("{", json.indexOf("\"activedrivers\""));
    int next = json.indexOf("{\n      \"id\": \"" + RUNNING);
    master.shows("/json/", json.substring(0, driver) + json.substring(next));
  }

  private static String head(String driver) {
    return "/log/?driverId=" + driver + "&logType=stderr&offset=0&byteLength=262144";
  }
}
