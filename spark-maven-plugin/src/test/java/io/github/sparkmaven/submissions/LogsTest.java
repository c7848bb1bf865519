/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.ledger.Outcome;
import io.github.sparkmaven.ledger.Submission;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
  @TempDir private Path folder;
  private Scene scene;

  @BeforeEach
  void set() {
    scene = new Scene(folder);
  }

  @Test
  void fetchesTheDriversLogFromTheCluster() {
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001").with("failed", ""));

    LogsResult result = logs(2);

    assertThat(result.file()).isEqualTo(folder.resolve(Scene.id(1)).resolve("cluster-driver.log"));
    assertThat(result.file()).content().startsWith("first\n");
    assertThat(result.said()).isEqualTo("the whole log");
    assertThat(result.lastLines()).containsExactly("second", "last line of application_1_0001");
  }

  @Test
  void findsTheLogOfADriverThatRanHere() throws IOException {
    local();
    Submission page = scene.submitted(1, "local", "client", Outcome.INTENDED.with("failed", ""));
    write(page, "größer\r\nwithout a break");

    LogsResult result = logs(20);

    assertThat(result.file()).isEqualTo(page.intent().log());
    assertThat(result.lastLines()).containsExactly("größer", "without a break");
    assertThat(scene.cluster.opened).isEmpty();
  }

  @Test
  void showsTheEndOfALargeLogAlone() throws IOException {
    local();
    Submission page = scene.submitted(1, "local", "client", Outcome.INTENDED.with("failed", ""));
    write(page, "line\n".repeat(100_000) + "the end\n");

    assertThat(logs(3).lastLines()).containsExactly("line", "line", "the end");
    assertThat(logs(0).lastLines()).isEmpty();
  }

  @Test
  void prefersTheOneThatIsAliveToALaterOne() {
    scene.submitted(2, "yarn", "cluster", Scene.running("application_1_0002").with("failed", ""));
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001"));
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, "", "");

    assertThat(logs(1).submission()).isEqualTo(Scene.id(1));
  }

  @Test
  void fetchesTheLogOfWhatOnlyTheClusterKnows() {
    scene.cluster.holds("ns:pod-1", ApplicationState.FAILED, "", "");

    LogsResult result = new Logs(scene.cluster, Scene.CLOCK).run(scene.request("ns:pod-1"), 1);

    assertThat(result.file()).isEqualTo(folder.resolve("ns-pod-1/cluster-driver.log"));
    assertThat(result.lastLines()).containsExactly("last line of ns:pod-1");
  }

  @Test
  void failsWithTheManagersWordWhereTheLogCannotBeHad() {
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001").with("failed", ""));
    scene.cluster.reachable = false;

    assertThatThrownBy(() -> logs(1))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot fetch the driver's log of application_1_0001: connection refused; run fake-logs"
                + " application_1_0001");
  }

  @Test
  void saysThatTheLogIsNotThere() {
    local();
    Submission page = scene.submitted(1, "local", "client", Outcome.INTENDED.with("failed", ""));

    assertThatThrownBy(() -> logs(1))
        .isInstanceOf(InputException.class)
        .hasMessage(
            Scene.id(1)
                + ": its log "
                + page.intent().log()
                + " is not there. It was moved, or mvn clean deleted it");
  }

  @Test
  void saysThatNothingIsKnown() {
    assertThatThrownBy(() -> logs(1))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "ledger: no submission of this project is known in "
                + folder
                + ". Submit with mvn package spark:submit, or name an application of the cluster"
                + " with -Dspark.maven.submission");
  }

  private void local() {
    scene.target =
        Optional.of(Scene.target(Manager.LOCAL, "local[*]", DeployMode.CLIENT, Map.of()));
  }

  private static void write(Submission page, String text) throws IOException {
    Path log = page.intent().log();
    Files.createDirectories(log.getParent());
    Files.writeString(log, text);
  }

  private LogsResult logs(int lines) {
    return new Logs(scene.cluster, Scene.CLOCK).run(scene.request(), lines);
  }
}
