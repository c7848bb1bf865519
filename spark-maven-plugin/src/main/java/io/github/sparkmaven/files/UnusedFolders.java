/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps a folder of the cache small, in which each folder stands for itself: what cannot be used
 * any more, or was not for long, is removed.
 */
public final class UnusedFolders {
  /** Says whether a folder cannot be used any more. */
  @FunctionalInterface
  public interface Broken {
    /** Looks at it. */
    boolean test(Path folder) throws IOException;
  }

  private static final Duration KEPT = Duration.ofDays(90);
  // None takes as long to be filled.
  private static final Duration FILLED = Duration.ofDays(1);

  private final Clock clock;
  private final Supplier<List<String>> commandLines;
  private final Broken broken;

  /**
   * Looks at last uses and at what runs.
   *
   * @param commandLines those of the processes of this machine, as far as they can be seen
   * @param broken asked about each folder
   */
  public UnusedFolders(Clock clock, Supplier<List<String>> commandLines, Broken broken) {
    this.clock = clock;
    this.commandLines = commandLines;
    this.broken = broken;
  }

  /** Returns the command lines of this machine's processes. */
  public static List<String> ofThisMachine() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .toList();
  }

  /**
   * Removes them; what cannot be removed stays for the next time, since nobody's build depends on
   * it.
   *
   * @param inUse the folder that this build uses
   */
  public void remove(Path cache, Path inUse) {
    List<String> running = commandLines.get();
    try (Stream<Path> entries = Files.list(cache)) {
      for (Path entry : entries.toList()) {
        if (!entry.equals(inUse)
            && !entry.endsWith(FolderLock.FILE)
            && running.stream().noneMatch(command -> command.contains(entry.toString()))) {
          removeIfUnused(entry);
        }
      }
    } catch (IOException e) {
      // Another build may have removed it at the same moment.
    }
  }

  private void removeIfUnused(Path entry) throws IOException {
    Instant now = clock.instant();
    if (String.valueOf(entry.getFileName()).startsWith(".")) {
      if (LastUse.before(entry, now.minus(FILLED))) {
        Folders.delete(entry);
      }
    } else if (Files.isRegularFile(entry)) {
      if (LastUse.before(entry, now.minus(KEPT))) {
        Files.deleteIfExists(entry);
      }
    } else if (LastUse.before(entry, now.minus(KEPT)) || broken.test(entry)) {
      // Away at once, so that nobody finds half of it.
      Path removed = entry.resolveSibling(".removed-" + entry.getFileName());
      Files.move(entry, removed, StandardCopyOption.ATOMIC_MOVE);
      Folders.delete(removed);
    }
  }
}
