/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Submissions in cluster mode, from spark-submit's start to the verdict. */
@Timeout(30)
class CourseTest {
  private static final String JOB = "job com.acme.Clustering: ";

  @TempDir private Path folder;
  private Scene scene;

  @BeforeEach
  void set() {
    scene = new Scene(folder);
  }

  @ParameterizedTest
  @EnumSource(value = Manager.class, names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
  void succeedsWhenTheManagerSaysSo(Manager manager) {
    scene.on(manager).cluster.says(running(), ended(ApplicationState.SUCCEEDED)).logs("");

    SubmitResult result = scene.submit(scene.accepted());

    assertThat(result.state()).isEqualTo(ApplicationState.SUCCEEDED);
    assertThat(result.submission()).isEqualTo(Scene.TAG.submission());
    assertThat(scene.cluster.killed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Manager.class, names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
  void failsWhenTheManagerSaysSoThoughSparkSubmitEndedWell(Manager manager) {
    scene.on(manager).cluster.says(running(), scene.is(ApplicationState.FAILED, "exit code 3"));

    fails(
        scene.accepted() + "exit 0",
        "failed on the cluster\n    Cause: exit code 3\n    Log:   "
            + scene.ticket.log()
            + scene.look());
    assertThat(scene.heard.noted())
        .contains("The driver's log stays on the cluster: there is none");
  }

  @Test
  void doesNotTakeTheHalfOfALogForTheLog() throws IOException {
    scene.cluster.says(scene.is(ApplicationState.FAILED, "exit code 3"));
    Files.createDirectories(scene.ticket.folder());
    Files.writeString(scene.ticket.clusterLog(), "==== stderr ====");

    fails(
        scene.accepted(),
        "failed on the cluster\n    Cause: exit code 3\n    Log:   "
            + scene.ticket.log()
            + scene.look());
    assertThat(scene.ticket.clusterLog()).doesNotExist();
  }

  @Test
  void tellsThatSomebodyKilledIt() {
    scene.cluster.says(running(), ended(ApplicationState.KILLED));

    fails(scene.accepted(), "was killed\n    Log:   " + scene.ticket.log() + scene.look());
  }

  @Test
  void tellsTheCauseThatTheDriversOwnLogHas() {
    scene
        .cluster
        .says(scene.is(ApplicationState.FAILED, "the manager's words"))
        .logs(
            """
            Exception in thread "main" java.lang.RuntimeException: outer
            Caused by: java.lang.ArithmeticException: / by zero
            """);

    fails(
        scene.accepted(),
        "failed on the cluster\n    Cause: java.lang.ArithmeticException: / by zero\n    Log:   "
            + scene.ticket.clusterLog()
            + scene.look());
    assertThat(scene.heard.noted()).contains("The log of " + Scene.YARN_ID);
  }

  @Test
  void failsWhatRanLocallyAsTheDriversOwnLogShows() {
    scene
        .cluster
        .says(ended(ApplicationState.SUCCEEDED))
        .logs("INFO Executor: Starting executor ID driver on host h\n");

    fails(
        scene.accepted(),
        "ended well, but in local mode: the program sets its own master, and the cluster never saw"
            + " it\n    Log:   "
            + scene.ticket.clusterLog()
            + "\n    Next:  Remove setMaster or master(...) from the program");
  }

  @Test
  void keepsTheVerdictWhenTheClientIsAtFaultOverTheLog() {
    scene.cluster.says(ended(ApplicationState.SUCCEEDED)).breaks();

    assertThat(scene.submit(scene.accepted()).state()).isEqualTo(ApplicationState.SUCCEEDED);
    assertThat(scene.heard.noted())
        .contains(
            "The driver's log stays on the cluster: java.lang.IllegalStateException: a fault of"
                + " the client");
  }

  @ParameterizedTest
  @EnumSource(
      value = Manager.class,
      names = {"STANDALONE", "KUBERNETES"})
  void isUnknownWhereTheManagerTellsNothingAndTheExitCodeMeansNothing(Manager manager) {
    scene.on(manager);

    fails(
        scene.accepted() + "exit 0",
        "ended in a way that nobody can tell\n    Cause: nobody knows "
            + scene.id()
            + "\n    Log:   "
            + scene.ticket.log()
            + "\n    Next:  Look at it with: look at "
            + scene.id());
    assertThat(scene.outcome().state()).isEqualTo("unknown");
    assertThat(scene.outcome().ended()).as("it may still run").isEmpty();
    assertThat(scene.cluster.killed()).as("it may still do its work").isEmpty();
  }

  @Test
  void isUnknownWhereNobodyNamesIt() {
    scene.on(Manager.STANDALONE);

    fails(
        "exit 0",
        "ended in a way that nobody can tell\n    Log:   "
            + scene.ticket.log()
            + "\n    Next:  Look for it on a master, cluster mode");
  }

  @Test
  void takesTheExitCodeOfYarnsClientWhereTheManagerTellsNothing() {
    assertThat(scene.submit(scene.accepted()).state()).isEqualTo(ApplicationState.SUCCEEDED);
  }

  @Test
  void takesWhatTheMasterToldTheClientWhereItTellsUsNothing() {
    scene.on(Manager.STANDALONE);

    fails(
        scene.accepted()
            + "echo '26/11/22 21:53:42 INFO ClientEndpoint: State of driver "
            + Scene.DRIVER_ID
            + " is FAILED' >&2",
        "failed on the cluster\n    Log:   " + scene.ticket.log() + scene.look());
  }

  @Test
  void tellsThatItWasNeverAccepted() {
    fails("exit 1", "failed on the cluster with exit code 1\n    Log:   " + scene.ticket.log());
    scene = new Scene(folder.resolve("standalone")).on(Manager.STANDALONE);
    fails(
        "exit 1",
        "could not be submitted; spark-submit ended with exit code 1\n    Log:   "
            + scene.ticket.log());
  }

  @Test
  void givesUpAClientOnKubernetesWhosePodIsGone() {
    scene.on(Manager.KUBERNETES);
    scene.cluster.says(ApplicationReport.gone(scene.id(), "nobody knows " + scene.id()));

    fails(
        scene.accepted() + "exec sleep 25",
        "ended in a way that nobody can tell\n    Cause: nobody knows spark:clustering-driver\n"
            + "    Log:   "
            + scene.ticket.log()
            + "\n    Next:  Look at it with: look at spark:clustering-driver");
  }

  @ParameterizedTest
  @EnumSource(value = Manager.class, names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
  void waitsForAClientThatAloneIsToldByTheManager(Manager manager) {
    String end =
        switch (manager) {
          case LOCAL, YARN -> "exit 0";
          case STANDALONE ->
              "echo '26/11/22 21:53:42 INFO ClientEndpoint: State of driver "
                  + Scene.DRIVER_ID
                  + " is FINISHED' >&2";
          case KUBERNETES ->
              "echo '26/11/22 21:53:42 INFO LoggingPodStatusWatcherImpl: Application status for"
                  + " spark-1 (phase: Succeeded)' >&2";
        };
    scene.on(manager);

    // Longer than a silent client is waited for.
    SubmitResult result = scene.submit(scene.accepted() + "sleep 2; " + end);

    assertThat(result.state()).isEqualTo(ApplicationState.SUCCEEDED);
  }

  @ParameterizedTest
  @EnumSource(value = Manager.class, names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
  void endsAClientThatDoesNotNoticeTheEnd(Manager manager) {
    scene.on(manager).cluster.says(ended(ApplicationState.SUCCEEDED)).logs("");

    assertThat(scene.submit(scene.accepted() + "exec sleep 25").state())
        .isEqualTo(ApplicationState.SUCCEEDED);
  }

  @Test
  void asksAboutADriverThatRunsHereOnlyWhereItMayWait() {
    scene.mode = DeployMode.CLIENT;
    scene.patience =
        new Patience(
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            Duration.ofMillis(300),
            Duration.ofMillis(100),
            Duration.ofMinutes(10),
            Duration.ofMillis(100),
            Duration.ofMillis(300));
    scene.cluster.says(ended(ApplicationState.FAILED));

    assertThat(scene.submit(scene.accepted() + "sleep 1").state())
        .isEqualTo(ApplicationState.SUCCEEDED);
    assertThat(scene.cluster.asked()).isZero();
  }

  private ApplicationReport running() {
    return scene.is(ApplicationState.RUNNING);
  }

  private ApplicationReport ended(ApplicationState state) {
    return scene.is(state);
  }

  private void fails(String script, String message) {
    assertThatThrownBy(() -> scene.submit(script))
        .isInstanceOf(JobFailedException.class)
        .hasMessage(JOB + message);
  }
}
