/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import io.github.sparkmaven.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was submitted from a project, a file a submission.
 *
 * <p>Several builds and goals may use one folder at once. A file that cannot be read is passed over
 * with a note: it must not keep anyone from submitting.
 */
public final class Ledger {
  private static final String SUFFIX = ".json";
  private static final long LARGEST = 1 << 20;
  private static final Comparator<Submission> NEWEST_FIRST =
      Comparator.comparing((Submission submission) -> submission.intent().started())
          .thenComparing(submission -> submission.intent().id())
          .reversed();

  private final Path folder;

  /** Opens the ledger in a folder, which need not be there yet. */
  public Ledger(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** Returns where the files that belong to a submission are kept, as its driver's log is. */
  public Path folder(String id) {
    return folder.resolve(id);
  }

  /**
   * Writes a page; whoever reads it sees the old one or the new one, also when this JVM is killed.
   *
   * <p>An end that the ledger holds is not lost to a writer who knows less: see {@link
   * Outcome#after(Outcome)}.
   *
   * @return what the ledger holds now
   * @throws io.github.sparkmaven.problem.EnvironmentException if it cannot be written
   */
  public synchronized Submission write(Submission submission) {
    return LedgerLock.holding(folder, () -> merge(submission));
  }

  private Submission merge(Submission submission) {
    Submission merged =
        find(submission.intent().id())
            .map(old -> submission.with(submission.outcome().after(old.outcome())))
            .orElse(submission);
    AtomicFile.write(file(submission.intent().id()), SubmissionJson.write(merged));
    return merged;
  }

  /** Returns all submissions, newest first. */
  public List<Submission> all() {
    return read().submissions();
  }

  /** Returns a submission by its own name. */
  public Optional<Submission> find(String id) {
    try {
      return Files.isRegularFile(file(id)) ? Optional.of(page(file(id))) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the newest submission. */
  public Optional<Submission> latest() {
    return all().stream().findFirst();
  }

  /** Returns all submissions, and notes on what cannot be read. */
  public Pages read() {
    List<Submission> submissions = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Path file : files(notes)) {
      try {
        submissions.add(page(file));
      } catch (NoSuchFileException e) {
        // Somebody has cleaned in the meantime.
      } catch (IOException e) {
        notes.add(file + " is no page of the ledger and is passed over: " + e.getMessage());
      }
    }
    submissions.sort(NEWEST_FIRST);
    return new Pages(submissions, notes);
  }

  private List<Path> files(List<String> notes) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (NotDirectoryException e) {
      notes.add(folder + " is no folder, and so no ledger");
    } catch (IOException e) {
      notes.add("The ledger " + folder + " cannot be read: " + e);
    }
    return List.of();
  }

  private static Submission page(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("it is larger than 1 MiB");
    }
    String name = file.getFileName().toString();
    String id = name.substring(0, name.length() - SUFFIX.length());
    return SubmissionJson.read(
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8), id, file);
  }

  private Path file(String id) {
    return folder.resolve(id + SUFFIX);
  }

  /**
   * What the ledger holds.
   *
   * @param submissions newest first
   * @param notes what could not be read, a sentence each
   */
  public record Pages(List<Submission> submissions, List<String> notes) {

    /** Copies the lists. */
    public Pages {
      submissions = List.copyOf(submissions);
      notes = List.copyOf(notes);
    }
  }
}
