/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient.Search;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.local.LocalProcesses;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.ledger.Intent;
import io.github.sparkmaven.ledger.Outcome;
import io.github.sparkmaven.ledger.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found of earlier submissions, on the cluster, on this machine and in the ledger. */
@Timeout(30)
class EarlierSubmissionsTest {
  private static final String PROJECT = Scene.TAG.project();
  private static final String ID = "20261122-210000-00c0de";
  private static final Tag TAG = new Tag(PROJECT, ID, "fedc");

  @TempDir private Path folder;
  private Scene scene;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void set() {
    scene = new Scene(folder);
  }

  @AfterEach
  void end() {
    started.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void findsNothingWhereNothingIsAlive() {
    assertThat(alive()).isEmpty();
    assertThat(scene.heard.warned()).isEmpty();
  }

  @Test
  void findsWhatTheClusterRuns() {
    ApplicationReport report = Scene.tagged("application_1", ApplicationState.WAITING, TAG);
    scene.cluster.finds(new Search(true, List.of(report), ""));

    assertThat(alive())
        .containsExactly(
            new EarlierSubmission(ID, Optional.of(report), Optional.empty(), Optional.of("fedc")));
    assertThat(scene.heard.warned()).isEmpty();
  }

  @Test
  void callsByTheManagersNameWhatBearsNoTag() {
    ApplicationReport report = ApplicationReport.of("driver-1", ApplicationState.RUNNING, "");
    scene.cluster.finds(new Search(true, List.of(report), ""));

    assertThat(alive())
        .containsExactly(
            new EarlierSubmission(
                "driver-1", Optional.of(report), Optional.empty(), Optional.empty()));
  }

  @Test
  void warnsWhereTheClusterCannotBeSearchedAndGoesOnWithWhatItFound() {
    ApplicationReport report = Scene.tagged("application_1", ApplicationState.RUNNING, TAG);
    scene.cluster.finds(new Search(false, List.of(report), "the second master does not answer"));

    assertThat(alive()).extracting(EarlierSubmission::id).containsExactly(ID);
    assertThat(scene.heard.warned())
        .containsExactly(
            "Earlier submissions may be alive unseen: the second master does not answer");
  }

  @Test
  void asksNoClusterInLocalMode() {
    scene.on(Manager.LOCAL).cluster.finds(new Search(false, List.of(), "there is none"));

    assertThat(alive()).isEmpty();
    assertThat(scene.heard.warned()).isEmpty();
  }

  @Test
  void passesOverAnIntentOfWhichNothingWasStarted() {
    page(ID, Outcome.INTENDED);

    assertThat(alive()).isEmpty();
  }

  @Test
  void findsAProcessOfThisMachineAfterTheLedgerWasDeleted() throws IOException {
    Process process = sparkSubmit(ID, PROJECT);

    EarlierSubmission found = alive().get(0);

    assertThat(found.id()).isEqualTo(ID);
    assertThat(found.process().orElseThrow().pid()).isEqualTo(process.pid());
    assertThat(found.content()).isEmpty();
    assertThat(found).hasToString(ID + " (process " + process.pid() + ")");
  }

  @Test
  void knowsFromTheLedgerWhatAProcessRuns() throws IOException {
    page(ID, Outcome.INTENDED);
    sparkSubmit(ID, PROJECT);

    assertThat(alive())
        .extracting(EarlierSubmission::content)
        .containsExactly(Optional.of("of page"));
  }

  @Test
  void passesOverTheProcessOfAnotherJobOfTheFolder() throws IOException {
    // Also after mvn clean, when no page tells whose it is.
    sparkSubmit(ID, "fedcba9876543210");

    assertThat(alive()).isEmpty();
  }

  @Test
  void takesAProcessAndItsApplicationForOne() throws IOException {
    ApplicationReport report = Scene.tagged("application_1", ApplicationState.RUNNING, TAG);
    scene.cluster.finds(new Search(true, List.of(report), ""));
    Process process = sparkSubmit(ID, PROJECT);

    List<EarlierSubmission> alive = alive();

    assertThat(alive).hasSize(1);
    assertThat(alive.get(0).report()).contains(report);
    assertThat(alive.get(0).process().orElseThrow().pid()).isEqualTo(process.pid());
    assertThat(alive.get(0).content()).contains("fedc");
  }

  private List<EarlierSubmission> alive() {
    return new EarlierSubmissions(scene.cluster, scene.request(), scene.ledger, scene.heard)
        .alive(PROJECT);
  }

  /** Starts what has the command line of a spark-submit of ours. */
  private Process sparkSubmit(String id, String project) throws IOException {
    Path script = folder.resolve("spark-submit");
    Files.writeString(script, "#!/bin/sh\necho up\nread line\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    Process process =
        new ProcessBuilder(
                script.toString(),
                "--properties-file",
                scene.ledger.folder(id).resolve("1" + LocalProcesses.suffix(project)).toString())
            .start();
    started.add(process);
    assertThat(process.inputReader().readLine()).isEqualTo("up");
    return process;
  }

  private void page(String id, Outcome outcome) {
    scene.ledger.write(
        new Submission(
            new Intent(
                id,
                PROJECT,
                "of page",
                "job com.acme.Clustering",
                "prod",
                "yarn",
                "yarn",
                "cluster",
                "3.5.5",
                "2.12",
                "job.jar",
                Optional.empty(),
                Instant.parse("2026-11-22T21:00:00Z"),
                Optional.empty(),
                folder.resolve("driver.log"),
                Map.of()),
            outcome));
  }
}
