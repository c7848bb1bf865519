/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.export.ExportExample;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.ledger.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the script says and does of what it has submitted before. */
@Timeout(60)
class EarlierWorkTest {
  @TempDir private Path folder;
  private Path bundle;

  @BeforeEach
  void unpack() throws IOException {
    bundle = new ExportExample(folder).unpacked();
  }

  @Test
  void knowsOfNothingBeforeAnythingWasSubmitted() throws IOException {
    BundleSite site = site();

    assertThat(site.run("exit 9", "--status")).isZero();
    assertThat(site.out()).isEqualTo("No submission of this bundle is known\n");
    assertThat(bundle.resolve("submissions")).doesNotExist();
  }

  @Test
  void showsHowASubmissionEnded() throws IOException {
    site().run("exit 3");
    BundleSite site = site();

    assertThat(site.run("exit 9", "--status", submission().intent().id())).isZero();
    assertThat(site.out())
        .startsWith("SUBMISSION ")
        .contains("\n" + submission().intent().id() + "  failed ")
        .contains("local[2]");
  }

  @Test
  void endsWhatIsAlive() throws Exception {
    BundleSite first = site();
    CompletableFuture<Integer> running =
        CompletableFuture.supplyAsync(() -> first.run("exec sleep 50"));
    awaitProcess();
    BundleSite site = site();

    assertThat(site.run("exit 9", "--kill")).isZero();
    assertThat(site.out()).isEqualTo("Ended " + submission().intent().id() + "\n");
    assertThat(running.get()).isEqualTo(Script.JOB_FAILED);
    assertThat(submission().outcome().state()).isEqualTo("killed");

    BundleSite again = site();
    assertThat(again.run("exit 9", "--kill")).isZero();
    assertThat(again.out()).isEqualTo(submission().intent().id() + " has already ended: killed\n");
  }

  @Test
  void namesItsOwnOptionsForOneThatIsInTheWay() throws Exception {
    Path program = folder.resolve("spark-submit");
    Files.writeString(program, "#!/bin/sh\nsleep 50\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    BundleSite first = site();
    CompletableFuture<Integer> running =
        CompletableFuture.supplyAsync(
            () -> first.run("exec " + program + " --properties-file \"$1\""));
    awaitProcess();
    String id = submission().intent().id();
    BundleSite second = site();

    assertThat(second.run("exit 9")).isEqualTo(Script.INPUT_AT_FAULT);
    assertThat(second.err())
        .isEqualTo(
            "job com.acme.Clustering: an earlier submission of it is still alive: %s (process %d). Wait for it, end it with %s/bin/submit --kill %s, or set --on-running to replace\n"
                .formatted(id, submission().outcome().process().orElseThrow(), bundle, id));
    assertThat(site().run("exit 9", "--kill", id)).isZero();
    assertThat(running.get()).isEqualTo(Script.JOB_FAILED);
  }

  @Test
  void refusesANameThatNobodyKnows() throws IOException {
    BundleSite site = site();

    assertThat(site.run("exit 9", "--kill", "nothing")).isEqualTo(Script.INPUT_AT_FAULT);
    assertThat(site.err())
        .isEqualTo("--kill ID: 'nothing' is unknown. No submission of this project is known\n");
  }

  @Test
  void namesItsOwnOptionsForTimeAndForAMissingJob() throws IOException {
    BundleSite late = site();
    assertThat(late.run("exec sleep 50", "--timeout", "1s")).isEqualTo(Script.JOB_FAILED);
    assertThat(late.err())
        .endsWith("    Next:  Raise --timeout, or look for what it waits for in the log\n");

    Files.delete(bundle.resolve("job/clustering.jar"));
    BundleSite torn = site();
    assertThat(torn.run("exit 0")).isEqualTo(Script.INPUT_AT_FAULT);
    assertThat(torn.err()).endsWith("/job/clustering.jar. Unpack the bundle anew\n");
  }

  private BundleSite site() throws IOException {
    BundleSite site = new BundleSite(folder, bundle);
    site.sparkHome("3.5.5");
    return site;
  }

  private Submission submission() {
    return new Ledger(bundle.resolve("submissions")).latest().orElseThrow();
  }

  private void awaitProcess() {
    Ledger ledger = new Ledger(bundle.resolve("submissions"));
    while (ledger.latest().flatMap(page -> page.outcome().process()).isEmpty()) {
      Thread.onSpinWait();
    }
  }
}
