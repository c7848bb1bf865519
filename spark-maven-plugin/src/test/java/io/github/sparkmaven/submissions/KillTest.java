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

class KillTest {
  @TempDir private Path folder;
  private Scene scene;
  private Process job;
  private RunningProcess running;

  @BeforeEach
  void set() throws IOException {
    scene = new Scene(folder);
    job = new ProcessBuilder("sleep", "300").start();
    running = RunningProcess.of(job.toHandle()).orElseThrow();
  }

  @AfterEach
  void end() {
    job.destroyForcibly();
  }

  @Test
  void endsTheApplicationAndTheProcessHere() {
    scene.submitted(
        1,
        "yarn",
        "cluster",
        Scene.outcome("running", Optional.of("application_1_0001"), process()));
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, "", "");

    KillResult result = kill();

    assertThat(result.said()).containsExactly("Ended " + Scene.id(1) + " (application_1_0001)");
    assertThat(scene.cluster.asked).contains("kill application_1_0001");
    assertThat(running.alive()).isFalse();
    Outcome outcome = scene.ledger.find(Scene.id(1)).orElseThrow().outcome();
    assertThat(outcome.state()).isEqualTo("killed");
    assertThat(outcome.message()).isEqualTo("ended on request");
    assertThat(outcome.ended()).contains(Scene.NOW);
  }

  @Test
  void endsALocalJobWithoutAskingAnyone() {
    local();
    scene.submitted(1, "local", "client", Scene.outcome("running", Optional.empty(), process()));

    assertThat(kill().said()).containsExactly("Ended " + Scene.id(1));

    assertThat(running.alive()).isFalse();
    assertThat(scene.stateInLedger(1)).isEqualTo("killed");
    assertThat(scene.cluster.opened).isEmpty();
  }

  @Test
  void leavesAnotherProcessOfTheSameIdAlone() {
    local();
    scene.submitted(
        1,
        "local",
        "client",
        Scene.runs(new RunningProcess(running.pid(), running.started().minusSeconds(9))));

    assertThat(kill().said())
        .containsExactly(
            Scene.id(1)
                + " has already ended: its process "
                + running.pid()
                + " is no longer on this machine, and nobody saw how it ended");
    assertThat(running.alive()).isTrue();
  }

  @Test
  void endsWhatADriverOfClientModeLeftOnTheCluster() {
    scene.submitted(
        1,
        "yarn",
        "client",
        Scene.outcome("running", Optional.of("application_1_0001"), process()));
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, "", "");

    kill();

    assertThat(scene.cluster.asked)
        .containsSubsequence("report application_1_0001", "kill application_1_0001");
    assertThat(running.alive()).isFalse();
  }

  @Test
  void endsAnApplicationWhoseDriverHereHasGone() {
    scene.submitted(1, "yarn", "client", Scene.running("application_1_0001"));
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, "", "");

    assertThat(kill().said()).containsExactly("Ended " + Scene.id(1) + " (application_1_0001)");
    assertThat(scene.cluster.asked).contains("kill application_1_0001");
  }

  @Test
  void endsWhatGotItsNameJustNow() {
    scene.submitted(1, "yarn", "cluster", Scene.outcome("intended", Optional.empty(), process()));
    scene.cluster.afterSearch =
        () ->
            scene.cluster.holds(
                "application_1_0001", ApplicationState.WAITING, Scene.PROJECT, Scene.id(1));

    assertThat(kill(Scene.id(1)).said()).containsExactly("Ended " + Scene.id(1));

    assertThat(scene.cluster.asked).contains("kill application_1_0001");
    assertThat(running.alive()).isFalse();
  }

  @Test
  void doesNotCallEndedWhatTheClusterMayRun() {
    scene.submitted(1, "yarn", "cluster", Scene.outcome("intended", Optional.empty(), process()));
    scene.cluster.searchable = false;

    assertThatThrownBy(this::kill)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Could not end "
                + Scene.id(1)
                + ": the cluster may run it, and could not be searched: it keeps no tags");
    assertThat(running.alive()).isFalse();
    assertThat(scene.stateInLedger(1)).isEqualTo("running");
  }

  @Test
  void endsWhatOnlyTheClusterKnows() {
    scene.cluster.holds("application_1_0009", ApplicationState.WAITING, Scene.PROJECT, Scene.id(9));

    assertThat(kill().said()).containsExactly("Ended " + Scene.id(9) + " (application_1_0009)");
    assertThat(scene.ledger.all()).isEmpty();
  }

  @Test
  void saysThatItHasEndedAlready() {
    scene.submitted(
        1, "yarn", "cluster", Scene.running("application_1_0001").with("succeeded", ""));

    assertThat(kill().said()).containsExactly(Scene.id(1) + " has already ended: succeeded");
    assertThat(kill(Scene.id(1)).said())
        .containsExactly(Scene.id(1) + " has already ended: succeeded");
    assertThat(scene.cluster.asked).containsExactly("search " + Scene.PROJECT);
  }

  @Test
  void saysThatThereIsNothing() {
    assertThat(kill().said())
        .containsExactly("Nothing to end: no submission of this project is alive");
  }

  @Test
  void doesNotSayThatThereIsNothingWhereNobodyCanTell() {
    scene.cluster.reachable = false;

    assertThatThrownBy(this::kill)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Nobody can tell whether something is alive: the ledger "
                + folder
                + " knows of nothing that is. Not all of yarn, cluster mode could be searched: it"
                + " keeps no tags");
  }

  @Test
  void failsWithTheCommandWhereTheManagerCannotBeReached() {
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001"));
    scene.cluster.reachable = false;

    assertThatThrownBy(this::kill)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Could not end "
                + Scene.id(1)
                + ": connection refused; end it with: fake-kill yarn application_1_0001");
    assertThat(scene.stateInLedger(1)).isEqualTo("running");
  }

  @Test
  void failsWhereTheApplicationGoesOn() {
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001"));
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, "", "");
    scene.cluster.obedient = false;

    assertThatThrownBy(this::kill)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining(
            "it is still RUNNING; end it with: fake-kill yarn application_1_0001");
  }

  @Test
  void asksWhichOneWhereSeveralAreAlive() {
    two();

    assertThatThrownBy(this::kill)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "-Dspark.maven.submission: is missing, and several submissions are alive. Give all, or"
                + " one of these:\n"
                + "    20250102-120000-00c0de  running  yarn, cluster mode  prod\n"
                + "    20250101-120000-00c0de  running  yarn, cluster mode  prod");
    assertThat(scene.cluster.asked).noneMatch(asked -> asked.startsWith("kill"));
  }

  @Test
  void takesTheTimesThatOneApplicationWasFollowedForOne() {
    scene.submitted(2, "yarn", "cluster", Scene.running("application_1_0001"));
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001"));
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, "", "");

    assertThat(kill().said())
        .containsExactly(
            "Ended " + Scene.id(2) + " (application_1_0001)",
            "Ended " + Scene.id(1) + " (application_1_0001)");
    assertThat(scene.stateInLedger(1)).isEqualTo("killed");
  }

  @Test
  void endsAll() {
    two();
    scene.submitted(3, "yarn", "cluster", Scene.running("application_1_0003").with("failed", ""));

    assertThat(kill("all").said()).hasSize(2);
    assertThat(scene.stateInLedger(1)).isEqualTo("killed");
    assertThat(scene.stateInLedger(2)).isEqualTo("killed");
    assertThat(scene.stateInLedger(3)).isEqualTo("failed");
  }

  @Test
  void endsTheNamedOneAlone() {
    two();

    kill("application_1_0001");

    assertThat(scene.stateInLedger(1)).isEqualTo("killed");
    assertThat(scene.stateInLedger(2)).isEqualTo("running");
  }

  @Test
  void endsNothingOfAnotherEnvironmentUnlessItIsNamed() {
    scene.submitted(
        1, Scene.OTHER, "dev", "yarn", "cluster", Map.of(), Scene.running("application_1_0001"));
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, "", "");

    assertThatThrownBy(this::kill)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "-Dspark.maven.submission: is missing, and nothing of the environment prod is alive,"
                + " but of others. Give one of these:");
    assertThat(kill("all").said())
        .containsExactly("Nothing to end: no submission of this project is alive");
    assertThat(kill(Scene.id(1)).said()).hasSize(1);
    assertThat(scene.stateInLedger(1)).isEqualTo("killed");
  }

  private void two() {
    for (int day = 1; day <= 2; day++) {
      scene.submitted(day, "yarn", "cluster", Scene.running("application_1_000" + day));
      scene.cluster.holds("application_1_000" + day, ApplicationState.RUNNING, "", "");
    }
  }

  private void local() {
    scene.target =
        Optional.of(Scene.target(Manager.LOCAL, "local[*]", DeployMode.CLIENT, Map.of()));
  }

  private Optional<RunningProcess> process() {
    return Optional.of(running);
  }

  private KillResult kill(String... submission) {
    return new Kill(scene.cluster, Scene.CLOCK).run(scene.request(submission));
  }
}
