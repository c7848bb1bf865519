/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Instant NOON = Instant.parse("2025-01-31T12:00:00Z");

  @TempDir private Path target;
  private Path folder;
  private Ledger ledger;

  @BeforeEach
  void open() {
    folder = target.resolve("spark/submissions");
    ledger = new Ledger(folder);
  }

  @Test
  void givesBackEveryFieldAsItWasWritten() {
    Submission full = SubmissionExample.full("20250131-235959-00c0de");
    Submission bare = SubmissionExample.bare("20250131-120000-000000", NOON);

    ledger.write(full);
    ledger.write(bare);

    assertThat(ledger.find(full.intent().id())).contains(full);
    assertThat(ledger.find(bare.intent().id())).contains(bare);
    assertThat(new Ledger(folder).all()).containsExactly(full, bare);
  }

  @Test
  void writesTheSameTextForTheSamePage() throws IOException {
    Submission page = SubmissionExample.full("20250131-235959-00c0de");
    ledger.write(page);
    String first = Files.readString(folder.resolve("20250131-235959-00c0de.json"));

    ledger.write(page);

    assertThat(folder.resolve("20250131-235959-00c0de.json")).hasContent(first);
    assertThat(first)
        .startsWith("{\n  \"format\" : 1,\n  \"id\" : \"20250131-235959-00c0de\",\n")
        .contains("\"started\" : \"2025-01-31T23:59:59.123456789Z\"")
        .contains("Größe-日本.jar");
  }

  @Test
  void isEmptyBeforeAnythingWasWritten() {
    assertThat(ledger.all()).isEmpty();
    assertThat(ledger.latest()).isEmpty();
    assertThat(ledger.find("20250131-235959-00c0de")).isEmpty();
    assertThat(ledger.read().notes()).isEmpty();
    assertThat(folder).doesNotExist();
  }

  @Test
  void givesTheNewestFirst() {
    Submission older = SubmissionExample.bare("20250131-120000-ffffff", NOON);
    Submission newer = SubmissionExample.bare("20250131-120000-000000", NOON.plusMillis(1));
    ledger.write(newer);
    ledger.write(older);

    assertThat(ledger.all()).containsExactly(newer, older);
    assertThat(ledger.latest()).contains(newer);
  }

  @Test
  void passesOverATornFileWithANote() throws IOException {
    Submission page = SubmissionExample.full("20250131-235959-00c0de");
    ledger.write(page);
    Path file = folder.resolve("20250131-235959-00c0de.json");
    byte[] whole = Files.readAllBytes(file);

    // Up to the last brace: the line break behind it says nothing.
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(ledger.all()).as("the first %d bytes", length).isEmpty();
      assertThat(ledger.read().notes())
          .as("the first %d bytes", length)
          .containsExactly(
              file + " is no page of the ledger and is passed over: it is torn, or no JSON");
    }
    ledger.write(page);
    assertThat(ledger.all()).containsExactly(page);
  }

  @Test
  void passesOverForeignFilesWithANote() throws IOException {
    Submission page = SubmissionExample.full("20250131-235959-00c0de");
    ledger.write(page);
    foreign("array.json", "[1, 2]");
    foreign("other-id.json", "{\"format\": 1, \"id\": \"another\"}");
    foreign("later.json", "{\"format\": 2, \"id\": \"later\"}");
    foreign("huge.json", "{\"format\": 1, \"id\": \"huge\", \"n\": 99999999999999999999999}");
    foreign("large.json", " ".repeat((1 << 20) + 1));
    foreign("notes.txt", "nothing of ours");
    foreign(".20250131-235959-00c0de.json123.tmp", "{\"format\": 1,");
    Files.createDirectory(folder.resolve("folder.json"));

    Ledger.Pages pages = ledger.read();

    assertThat(pages.submissions()).containsExactly(page);
    assertThat(pages.notes())
        .extracting(note -> note.replace(folder + "/", ""))
        .containsExactly(
            "array.json is no page of the ledger and is passed over: it does not name the submission array",
            "huge.json is no page of the ledger and is passed over: it is torn, or no JSON",
            "large.json is no page of the ledger and is passed over: it is larger than 1 MiB",
            "later.json is no page of the ledger and is passed over: it is of format 2, not 1",
            "other-id.json is no page of the ledger and is passed over: it does not name the submission other-id");
  }

  @Test
  void noticesThatTheFolderIsAFile() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "");

    assertThat(ledger.read().notes()).containsExactly(folder + " is no folder, and so no ledger");
  }

  @Test
  void readsWhatOtherVersionsLeftOutOrAdded() throws IOException {
    foreign(
        "20250131-235959-00c0de.json",
        "{\"id\": \"20250131-235959-00c0de\", \"novel\": {\"a\": [1]}, \"started\": \"today\","
            + " \"outcome\": {\"process\": \"x\", \"state\": \"running\", \"ended\": 5}}");

    Submission page = ledger.find("20250131-235959-00c0de").orElseThrow();

    assertThat(page.intent().started()).isEqualTo(Instant.EPOCH);
    assertThat(page.intent().log()).isEqualTo(folder.resolve("20250131-235959-00c0de/driver.log"));
    assertThat(page.intent().settings()).isEmpty();
    assertThat(page.outcome()).isEqualTo(Outcome.INTENDED.with("running", ""));
  }

  @Test
  void doesNotKnowHowAPageWithoutAnOutcomeEnded() throws IOException {
    foreign("a.json", "{\"id\": \"a\"}");

    assertThat(ledger.find("a").orElseThrow().outcome().state()).isEqualTo("unknown");
  }

  @Test
  void keepsAKnownEndAgainstWhoKnowsLess() {
    Submission page = SubmissionExample.full("20250131-235959-00c0de");
    Outcome running = page.outcome();
    Outcome failed = running.with("failed", "exit code 143");
    Outcome killed = running.with("killed", "by spark:kill");
    Outcome succeeded = running.with("succeeded", "");

    assertThat(ledger.write(page.with(failed)).outcome()).isEqualTo(failed);
    assertThat(ledger.write(page.with(running.with("unknown", "?"))).outcome()).isEqualTo(failed);
    assertThat(ledger.write(page).outcome()).isEqualTo(failed);
    assertThat(ledger.write(page.with(killed)).outcome()).isEqualTo(killed);
    assertThat(ledger.write(page.with(failed)).outcome()).isEqualTo(killed);
    assertThat(ledger.write(page.with(succeeded)).outcome()).isEqualTo(succeeded);
    assertThat(ledger.write(page.with(killed)).outcome()).isEqualTo(succeeded);
    assertThat(ledger.all()).containsExactly(page.with(succeeded));
  }

  @Test
  void forgetsNoNameThatWasKnown() {
    Submission page = SubmissionExample.full("20250131-235959-00c0de");
    ledger.write(page);

    Submission merged = ledger.write(page.with(Outcome.INTENDED.with("unknown", "gone")));

    assertThat(merged.outcome()).isEqualTo(page.outcome().with("unknown", "gone"));
  }

  @Test
  void keepsTheStartOfAnotherProcessApart() {
    Submission page = SubmissionExample.full("20250131-235959-00c0de");
    ledger.write(page);
    Outcome other =
        new Outcome(
            "running",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(7L),
            Optional.empty(),
            Optional.empty());

    Outcome merged = ledger.write(page.with(other)).outcome();

    assertThat(merged.process()).contains(7L);
    assertThat(merged.processStarted()).isEmpty();
  }

  @Test
  void takesWritersOfDifferentSubmissionsAtOnce() throws Exception {
    List<Submission> pages =
        IntStream.range(0, 40)
            .mapToObj(i -> SubmissionExample.bare("20250131-120000-" + (100000 + i), NOON))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> writes = new ArrayList<>();
      for (Submission page : pages) {
        // A ledger of its own for each, as builds that run at once have.
        writes.add(threads.submit(() -> new Ledger(folder).write(page)));
      }
      for (Future<?> write : writes) {
        write.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(ledger.all()).containsExactlyInAnyOrderElementsOf(pages);
    assertThat(ledger.read().notes()).isEmpty();
  }

  @Test
  void keepsTheEndWhicheverOfManyWritersIsLast() throws Exception {
    Submission page = SubmissionExample.full("20250131-235959-00c0de");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> writes = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        Submission written = i == 20 ? page.with(page.outcome().with("succeeded", "")) : page;
        writes.add(threads.submit(() -> new Ledger(folder).write(written)));
      }
      for (Future<?> write : writes) {
        write.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(ledger.latest().orElseThrow().outcome().state()).isEqualTo("succeeded");
  }

  private void foreign(String name, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), text);
  }
}
