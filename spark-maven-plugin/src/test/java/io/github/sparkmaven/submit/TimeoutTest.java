/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient.Search;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.problem.JobFailedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Submissions whose time is up, in cluster mode. */
@Timeout(30)
class TimeoutTest {
  private static final String JOB = "job com.acme.Clustering: ";

  @TempDir private Path folder;
  private Scene scene;

  @BeforeEach
  void set() {
    scene = new Scene(folder);
  }

  @Test
  void endsByItsNameWhatIsOutOfTime() {
    scene.timeout(600).cluster.says(running());

    fails(
        scene.accepted(),
        "did not end within 600ms and was ended, with every process that it started\n    Log:   "
            + scene.ticket.log()
            + "\n    Next:  Raise submit/timeout, or look for what it waits for in the log");
    assertThat(scene.cluster.killed()).containsExactly(Scene.YARN_ID);
    assertThat(scene.heard.noted()).contains("Ended " + Scene.YARN_ID + " on the cluster");
    assertThat(scene.outcome().state()).isEqualTo("killed");
    assertThat(scene.outcome().ended()).contains(scene.clock.instant());
  }

  @Test
  void endsByItsTagWhatIsOutOfTimeBeforeItsNameIsKnown() {
    scene
        .timeout(300)
        .cluster
        .finds(
            new Search(
                true,
                List.of(
                    Scene.tagged("application_1_7", ApplicationState.WAITING, Scene.TAG),
                    Scene.tagged(
                        "application_1_6",
                        ApplicationState.RUNNING,
                        new Tag(Scene.TAG.project(), "another", "fedc"))),
                ""));

    assertThatThrownBy(() -> scene.submit("exec sleep 25"))
        .isInstanceOf(JobFailedException.class)
        .hasMessageStartingWith(JOB + "did not end within 300ms and was ended");
    assertThat(scene.cluster.killed()).containsExactly("application_1_7");
  }

  @Test
  void tellsWhatIsOutOfTimeAndCouldNotBeEnded() {
    scene.timeout(300).cluster.says(running()).cannotKill();

    String left =
        Scene.YARN_ID
            + " could not be ended: the manager refused. End it with: kill "
            + Scene.YARN_ID;
    fails(
        scene.accepted(),
        "did not end within 300ms, and may still run\n    Log:   "
            + scene.ticket.log()
            + "\n    Next:  "
            + left);
    assertThat(scene.outcome().state()).isEqualTo("unknown");
    assertThat(scene.heard.warned()).containsExactly(left);
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
