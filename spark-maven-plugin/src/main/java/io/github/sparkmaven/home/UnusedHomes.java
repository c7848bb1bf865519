/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import io.github.sparkmaven.files.FolderLock;
import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.files.LastUse;
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
 * Keeps the folder of homes small: what cannot be used any more, or was not for long, is removed.
 */
final class UnusedHomes {
  private static final Duration KEPT = Duration.ofDays(90);
  // No home takes as long to be filled.
  private static final Duration FILLED = Duration.ofDays(1);

  private final Clock clock;
  private final Supplier<List<String>> commandLines;

  /**
   * Looks at last uses and at what runs.
   *
   * @param commandLines those of the processes of this machine, as far as they can be seen
   */
  UnusedHomes(Clock clock, Supplier<List<String>> commandLines) {
    this.clock = clock;
    this.commandLines = commandLines;
  }

  /** Returns the command lines of this machine's processes. */
  static List<String> ofThisMachine() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .toList();
  }

  /**
   * Removes them; what cannot be removed stays for the next time, since nobody's build depends on
   * it.
   *
   * @param inUse the home that this build uses
   */
  void remove(Path homes, Path inUse) {
    List<String> running = commandLines.get();
    try (Stream<Path> entries = Files.list(homes)) {
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
    } else if (LastUse.before(entry, now.minus(KEPT)) || dangles(entry)) {
      // Away at once, so that nobody finds half of it.
      Path removed = entry.resolveSibling(".removed-" + entry.getFileName());
      Files.move(entry, removed, StandardCopyOption.ATOMIC_MOVE);
      Folders.delete(removed);
    }
  }

  private static boolean dangles(Path home) throws IOException {
    try (Stream<Path> links = Files.list(home.resolve("jars"))) {
      return links.anyMatch(link -> !Files.exists(link));
    }
  }
}
