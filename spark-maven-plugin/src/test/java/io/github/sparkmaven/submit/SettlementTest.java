/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.local.LocalProcesses.LocalProcess;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens with an earlier submission that is still alive. */
@Timeout(30)
class SettlementTest {
  private static final String ALIVE = "job com.acme.Clustering: an earlier submission of it ";
  private static final String FIRST = "20261122-210000-00c0de";
  private static final String SECOND = "20261122-211500-00c0de";

  @TempDir private Path folder;
  private Scene scene;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void set() {
    scene = new Scene(folder);
  }

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @ParameterizedTest
  @EnumSource(OnRunning.class)
  void submitsWhereNothingIsAlive(OnRunning onRunning) {
    scene.onRunning = onRunning;

    assertThat(settle()).isEmpty();
  }

  @Test
  void failsWithWhatIsAliveAndWhatToDo() {
    assertThatThrownBy(() -> settle(onCluster(FIRST, "same")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            ALIVE
                + "is still alive: 20261122-210000-00c0de (application_20261122-210000-00c0de,"
                + " running since 2026-11-22T21:00:00Z). Wait for it, end it with mvn spark:kill"
                + " -Dspark.maven.submission=20261122-210000-00c0de, or set submit/onRunning to"
                + " replace or reattach");
    assertThat(scene.cluster.killed()).isEmpty();
  }

  @Test
  void namesAllThatAreAlive() {
    assertThatThrownBy(() -> settle(onCluster(FIRST, "same"), onCluster(SECOND, "same")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(ALIVE + "is still alive: 20261122-210000-00c0de (")
        .hasMessageContaining("), 20261122-211500-00c0de (");
  }

  @Test
  void doesNotOfferToReattachToADriverThatRunsHere() throws IOException {
    scene.mode = DeployMode.CLIENT;
    Process driver = process();

    assertThatThrownBy(() -> settle(here(FIRST, driver, Optional.of("same"))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            ALIVE
                + "is still alive: 20261122-210000-00c0de (process %d). Wait for it, end it with"
                + " mvn spark:kill -Dspark.maven.submission=20261122-210000-00c0de, or set"
                + " submit/onRunning to replace",
            driver.pid());
  }

  @Test
  void givesTheCommandForAProcessThatOnlyTheSystemKnows() throws IOException {
    scene.mode = DeployMode.CLIENT;
    Process driver = process();

    assertThatThrownBy(() -> settle(here(FIRST, driver, Optional.empty())))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "Wait for it, end it with kill %d, or set submit/onRunning to replace", driver.pid());
  }

  @Test
  void followsTheSameJob() {
    scene.onRunning = OnRunning.REATTACH;
    EarlierSubmission earlier = onCluster(FIRST, "same");

    assertThat(settle(earlier)).isEqualTo(earlier.report());
    assertThat(scene.heard.noted())
        .containsExactly(
            "Following 20261122-210000-00c0de (application_20261122-210000-00c0de, running since"
                + " 2026-11-22T21:00:00Z), which is the same job");
  }

  @Test
  void doesNotFollowAnotherContent() {
    refusesToReattach(
        "is still alive, and runs another jar, other arguments or another configuration",
        onCluster(FIRST, "other"));
  }

  @Test
  void doesNotFollowWhatNobodyKnowsTheContentOf() {
    ApplicationReport report = ApplicationReport.of("driver-1", ApplicationState.RUNNING, "");
    refusesToReattach(
        "is still alive, and it is not known what it runs",
        new EarlierSubmission("driver-1", Optional.of(report), Optional.empty(), Optional.empty()));
  }

  @Test
  void doesNotFollowOneOfTwo() {
    refusesToReattach(
        "is still alive, and only a single one can be followed",
        onCluster(FIRST, "same"),
        onCluster(SECOND, "same"));
  }

  @Test
  void doesNotFollowADriverThatIsAProcessOfItsOwn() throws IOException {
    String why =
        "is still alive; its driver is a process of its own, whose exit code nobody else gets";
    refusesToReattach(why, here(FIRST, process(), Optional.of("same")));
    scene.mode = DeployMode.CLIENT;
    refusesToReattach(why, onCluster(FIRST, "same"));
  }

  @Test
  void endsAllThatAreAliveHereAndOnTheCluster() throws IOException {
    scene.onRunning = OnRunning.REPLACE;
    Process driver = process();

    assertThat(settle(onCluster(FIRST, "other"), here(SECOND, driver, Optional.of("same"))))
        .isEmpty();

    assertThat(scene.cluster.killed()).containsExactly("application_" + FIRST);
    // That it has ended is known before this JVM has taken notice of it.
    assertThat(driver.onExit()).succeedsWithin(Duration.ofSeconds(10));
    assertThat(scene.heard.noted())
        .containsExactly(
            "Ending 20261122-210000-00c0de (application_20261122-210000-00c0de, running since"
                + " 2026-11-22T21:00:00Z)",
            "Ending 20261122-211500-00c0de (process " + driver.pid() + ")");
  }

  @Test
  void isContentWithAProcessThatHasEndedMeanwhile() throws Exception {
    scene.onRunning = OnRunning.REPLACE;
    Process driver = process();
    EarlierSubmission earlier = here(FIRST, driver, Optional.of("same"));
    driver.destroyForcibly().waitFor();

    assertThat(settle(earlier)).isEmpty();
  }

  @Test
  void doesNotReplaceWhatItCannotEnd() {
    scene.onRunning = OnRunning.REPLACE;
    scene.cluster.cannotKill();

    assertThatThrownBy(() -> settle(onCluster(FIRST, "same")))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "The earlier submission 20261122-210000-00c0de (application_20261122-210000-00c0de,"
                + " running since 2026-11-22T21:00:00Z) could not be ended: the manager refused;"
                + " end it with: kill application_20261122-210000-00c0de");
  }

  private void refusesToReattach(String why, EarlierSubmission... alive) {
    scene.onRunning = OnRunning.REATTACH;
    assertThatThrownBy(() -> settle(alive))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(ALIVE + why + ": " + alive[0].id())
        .hasMessageEndingWith(
            ". Wait for it, end it with mvn spark:kill -Dspark.maven.submission="
                + alive[0].id()
                + ", or set submit/onRunning to replace");
  }

  private Optional<ApplicationReport> settle(EarlierSubmission... alive) {
    return new Settlement(scene.cluster, scene.request(), scene.heard).of(List.of(alive), "same");
  }

  private static EarlierSubmission onCluster(String id, String content) {
    return new EarlierSubmission(
        id,
        Optional.of(
            Scene.tagged(
                "application_" + id,
                ApplicationState.RUNNING,
                new Tag(Scene.TAG.project(), id, content))),
        Optional.empty(),
        Optional.of(content));
  }

  private EarlierSubmission here(String id, Process process, Optional<String> content) {
    return new EarlierSubmission(
        id,
        Optional.empty(),
        Optional.of(
            new LocalProcess(process.pid(), Optional.empty(), folder.resolve(id + "/1.conf"), id)),
        content);
  }

  private Process process() throws IOException {
    Process process = new ProcessBuilder("sleep", "60").start();
    started.add(process);
    return process;
  }
}
