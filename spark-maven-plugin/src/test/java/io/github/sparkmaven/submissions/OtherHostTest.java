/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.ledger.Outcome;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.process.RunningProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that another machine has written, shared or copied. */
class OtherHostTest {
  private static final String UNSEEN =
      " is one of the machine build7, and cannot be seen from here";

  @TempDir private Path folder;
  private Scene scene;
  private Process job;
  private RunningProcess running;

  @BeforeEach
  void set() throws IOException {
    scene = new Scene(folder);
    scene.host = Optional.of("build7");
    job = new ProcessBuilder("sleep", "300").start();
    running = RunningProcess.of(job.toHandle()).orElseThrow();
  }

  @AfterEach
  void end() {
    job.destroyForcibly();
  }

  @Test
  void isNotKnownToHaveEndedBecauseItsProcessIsNotHere() {
    local();
    scene.submitted(1, "local", "client", Scene.runs(running));

    Standing row = row();

    assertThat(row.seen().state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(row.seen().over()).isFalse();
    assertThat(row.seen().detail()).isEqualTo("its process " + running.pid() + UNSEEN);
    assertThat(scene.stateInLedger(1)).isEqualTo("running");
  }

  @Test
  void isOfThisMachineWhereAPageOfAnEarlierVersionDoesNotSay() {
    local();
    scene.host = Optional.empty();
    scene.submitted(1, "local", "client", Scene.runs(running));

    assertThat(row().seen().state()).isEqualTo(ApplicationState.RUNNING);
  }

  @Test
  void asksTheManagerAllTheSame() {
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001"));
    scene.cluster.holds("application_1_0001", ApplicationState.FAILED, "", "");

    assertThat(row().seen().state()).isEqualTo(ApplicationState.FAILED);
  }

  @Test
  void doesNotTakeAManagersWordForADriverOfAnotherMachine() {
    scene.submitted(1, "yarn", "client", Scene.running("application_1_0001"));
    scene.cluster.holds("application_1_0001", ApplicationState.SUCCEEDED, "", "");

    assertThat(row().seen().over()).isFalse();
    assertThat(row().seen().detail())
        .isEqualTo(
            "its process"
                + UNSEEN
                + "; the manager says that it ended well, which in client mode only the exit code"
                + " can");
  }

  @Test
  void mayYetSubmitWhatIsOnNoCluster() {
    scene.submitted(1, "yarn", "cluster", Outcome.INTENDED);

    assertThat(row().seen().over()).isFalse();
    assertThat(row().seen().detail())
        .isEqualTo("its process" + UNSEEN + ", and nothing of it runs on the cluster");
    assertThatThrownBy(this::kill)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("Could not end " + Scene.id(1) + ": its process" + UNSEEN);
  }

  @Test
  void isNotCalledEndedWhereNothingCouldBeDone() {
    local();
    scene.submitted(1, "local", "client", Scene.runs(running));

    assertThatThrownBy(this::kill)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Could not end %s: its process %d%s; end it there with: kill %d",
            Scene.id(1), running.pid(), UNSEEN, running.pid());
    assertThat(running.alive()).as("it merely has the same id").isTrue();
    assertThat(scene.stateInLedger(1)).isEqualTo("running");
  }

  @Test
  void isEndedOnTheCluster() {
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001"));
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, "", "");

    assertThat(kill().said()).containsExactly("Ended " + Scene.id(1) + " (application_1_0001)");
  }

  @Test
  void isEndedOnTheClusterAloneWhereItsDriverIsElsewhere() {
    scene.submitted(
        1,
        "yarn",
        "client",
        Scene.outcome("running", Optional.of("application_1_0001"), Optional.of(running)));
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, "", "");

    assertThat(kill().said())
        .containsExactly(
            "Ended %s (application_1_0001) on the cluster; its process %d%s; end it there with: kill %d"
                .formatted(Scene.id(1), running.pid(), UNSEEN, running.pid()));
    assertThat(running.alive()).isTrue();
  }

  @Test
  void hasItsLogElsewhere() {
    local();
    scene.submitted(1, "local", "client", Scene.runs(running));

    assertThatThrownBy(() -> new Logs(scene.cluster, Scene.CLOCK).run(scene.request(), 3))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "%s: its log %s is not there. Look for it on the machine build7",
            Scene.id(1), folder.resolve(Scene.id(1)).resolve("driver.log"));
  }

  private void local() {
    scene.target =
        Optional.of(Scene.target(Manager.LOCAL, "local[*]", DeployMode.CLIENT, Map.of()));
  }

  private Standing row() {
    return new Status(scene.cluster, Scene.CLOCK).run(scene.request()).rows().get(0);
  }

  private KillResult kill() {
    return new Kill(scene.cluster, Scene.CLOCK).run(scene.request());
  }
}
