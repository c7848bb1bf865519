/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.JobFailedException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An earlier submission that is followed to its end in place of a new one. */
@Timeout(30)
class ReattachTest {
  private static final Tag EARLIER = new Tag(Scene.TAG.project(), "earlier", Scene.TAG.content());

  @TempDir private Path folder;
  private Scene scene;

  @BeforeEach
  void set() {
    scene = new Scene(folder);
  }

  @Test
  void succeedsWithIt() {
    scene.cluster.says(is(ApplicationState.RUNNING), is(ApplicationState.SUCCEEDED)).logs("");

    SubmitResult result = scene.reattach(earlier());

    assertThat(result.state()).isEqualTo(ApplicationState.SUCCEEDED);
    assertThat(result.applicationId()).contains(Scene.YARN_ID);
    assertThat(scene.underWay).isTrue();
    assertThat(scene.heard.started()).isEmpty();
    assertThat(scene.cluster.killed()).isEmpty();
    assertThat(scene.outcome().state()).isEqualTo("succeeded");
    assertThat(scene.outcome().clusterId()).contains(Scene.YARN_ID);
    assertThat(scene.outcome().process()).isEmpty();
  }

  @Test
  void failsWithIt() {
    scene
        .cluster
        .says(is(ApplicationState.FAILED))
        .logs("Exception in thread \"main\" java.lang.IllegalStateException: no more\n");

    fails(
        "failed on the cluster\n    Cause: java.lang.IllegalStateException: no more\n    Log:   "
            + scene.ticket.clusterLog()
            + scene.look());
    assertThat(scene.outcome().state()).isEqualTo("failed");
  }

  @Test
  void endsItWhenTheTimeIsUp() {
    scene.timeout(300).cluster.says(is(ApplicationState.RUNNING));

    fails(
        "did not end within 300ms and was ended, with every process that it started\n    Log:   "
            + scene.ticket.log()
            + "\n    Next:  Raise submit/timeout, or look for what it waits for in the log");
    assertThat(scene.cluster.killed()).containsExactly(Scene.YARN_ID);
    assertThat(scene.outcome().state()).isEqualTo("killed");
  }

  @Test
  void isUnknownWhereTheManagerFallsSilent() {
    scene.cluster.says(
        is(ApplicationState.RUNNING), ApplicationReport.unknown(Scene.YARN_ID, "it is gone"));

    fails(
        "ended in a way that nobody can tell\n    Cause: it is gone\n    Log:   "
            + scene.ticket.log()
            + scene.look());
    assertThat(scene.outcome().state()).isEqualTo("unknown");
    assertThat(scene.cluster.killed()).isEmpty();
  }

  @Test
  void leavesItRunningWhereThatIsEnough() {
    scene.waitFor = WaitFor.RUNNING;
    scene.on(Manager.KUBERNETES).cluster.says(is(ApplicationState.RUNNING));

    SubmitResult result = scene.reattach(earlier());

    assertThat(result.state()).isEqualTo(ApplicationState.RUNNING);
    assertThat(scene.outcome().state()).isEqualTo("running");
    assertThat(scene.outcome().clusterId()).contains(Scene.POD);
  }

  private ApplicationReport earlier() {
    return Scene.tagged(scene.id(), ApplicationState.RUNNING, EARLIER);
  }

  private ApplicationReport is(ApplicationState state) {
    return scene.is(state);
  }

  private void fails(String message) {
    assertThatThrownBy(() -> scene.reattach(earlier()))
        .isInstanceOf(JobFailedException.class)
        .hasMessage("job com.acme.Clustering: " + message);
  }
}
