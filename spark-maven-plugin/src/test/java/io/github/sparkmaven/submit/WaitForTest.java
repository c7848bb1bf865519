/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.JobFailedException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Submissions that are left before their end. */
@Timeout(30)
class WaitForTest {
  private static final String JOB = "job com.acme.Clustering: ";

  @TempDir private Path folder;
  private Scene scene;

  @BeforeEach
  void set() {
    scene = new Scene(folder);
  }

  @Test
  void leavesWhenTheDriverRuns() {
    scene.waitFor = WaitFor.RUNNING;
    scene.cluster.says(scene.is(ApplicationState.WAITING), running());

    SubmitResult result = scene.submit(scene.accepted());

    assertThat(result.state()).isEqualTo(ApplicationState.RUNNING);
    assertThat(result.applicationId()).contains(Scene.YARN_ID);
    assertThat(scene.outcome().state()).isEqualTo("running");
    assertThat(scene.outcome().message()).isEqualTo("was accepted");
    assertThat(scene.cluster.killed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Manager.class, names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
  void doesNotClaimThatADriverRunsOfWhichNobodyKnows(Manager manager) {
    scene.on(manager).waitFor = WaitFor.RUNNING;

    assertThatThrownBy(() -> scene.submit(scene.accepted()))
        .isInstanceOf(JobFailedException.class)
        .hasMessageEndingWith("Next:  Look at it with: look at " + scene.id());
    assertThat(scene.outcome().state()).isEqualTo("unknown");
  }

  @Test
  void doesNotTakeWaitingForRunningWhenTheManagerFallsSilent() {
    scene.waitFor = WaitFor.RUNNING;
    scene.cluster.says(
        scene.is(ApplicationState.WAITING), ApplicationReport.unknown(Scene.YARN_ID, "gone"));

    fails(
        scene.accepted(),
        "was accepted, and nobody can tell whether it runs\n    Cause: gone\n    Log:   "
            + scene.ticket.log()
            + scene.look());
  }

  @Test
  void failsWhatFailsBeforeItRuns() {
    scene.waitFor = WaitFor.RUNNING;
    scene.cluster.says(
        scene.is(ApplicationState.WAITING), scene.is(ApplicationState.FAILED, "no such queue"));

    fails(
        scene.accepted(),
        "failed on the cluster\n    Cause: no such queue\n    Log:   "
            + scene.ticket.log()
            + scene.look());
  }

  @Test
  void leavesWhenItIsAccepted() {
    scene.waitFor = WaitFor.ACCEPTED;
    scene.cluster.says(scene.is(ApplicationState.WAITING));

    assertThat(scene.submit(scene.accepted()).state()).isEqualTo(ApplicationState.WAITING);
    assertThat(scene.outcome().state()).isEqualTo("waiting");
    assertThat(scene.outcome().ended()).isEmpty();
    assertThat(scene.cluster.killed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Manager.class, names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
  void takesTheClientsWordForAcceptanceAndForNoMore(Manager manager) {
    scene.on(manager).waitFor = WaitFor.ACCEPTED;

    assertThat(scene.submit(scene.accepted()).state()).isEqualTo(ApplicationState.WAITING);
  }

  private ApplicationReport running() {
    return scene.is(ApplicationState.RUNNING);
  }

  private void fails(String script, String message) {
    assertThatThrownBy(() -> scene.submit(script))
        .isInstanceOf(JobFailedException.class)
        .hasMessage(JOB + message);
  }
}
