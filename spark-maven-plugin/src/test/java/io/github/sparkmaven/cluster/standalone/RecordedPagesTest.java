/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of each supported line of Spark are read alike. */
class RecordedPagesTest {
  @ParameterizedTest
  @CsvSource({"3.5.5", "4.1.0"})
  void readsThePagesOf(String version, @TempDir Path folder) throws IOException {
    try (MasterDouble master = MasterDouble.start(version);
        StandaloneClient client = new StandaloneClient(master.target())) {
      MasterState state = show(master);
      String running = driver(state, "RUNNING");
      String app = state.apps().get(0).id();
      master
          .shows("/app/?appId=" + app, master.recorded("app.html"))
          .shows(
              "/api/v1/applications/" + app + "/environment", master.recorded("environment.json"));

      ApplicationReport report = client.report(running);
      assertThat(report.ui()).contains(URI.create(master.address()));
      assertThat(report.since()).isPresent();
      assertThat(client.report(app).tag()).contains(new Tag("p1", "s1", "c1"));
      assertThat(client.report(driver(state, "SUBMITTED")).detail())
          .startsWith("the driver wants 1 core and 9216 MiB");
      assertThat(client.search("p1").found()).extracting(ApplicationReport::id).contains(running);
      showLogs(master, running);
      assertThat(client.logs(running, folder.resolve("log"))).contains("output (19 bytes)");
    }
  }

  private static MasterState show(MasterDouble master) throws IOException {
    master.shows("/json/", master.recorded("master.json"));
    return MasterState.of(URI.create(master.address()), Json.parse(master.recorded("master.json")));
  }

  private static String driver(MasterState state, String in) {
    return state.drivers().stream()
        .filter(driver -> driver.state().equals(in))
        .map(DriverEntry::id)
        .findFirst()
        .orElseThrow();
  }

  private static void showLogs(MasterDouble master, String driver) throws IOException {
    String query = "/log/?driverId=" + driver + "&logType=%s&offset=0&byteLength=8388608";
    master.shows(query.formatted("stderr"), master.recorded("log.txt"));
    master.shows(query.formatted("stdout"), master.recorded("log-stdout.txt"));
  }
}
