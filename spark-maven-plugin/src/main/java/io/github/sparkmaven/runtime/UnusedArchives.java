/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.files.LastUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the folder of class-data archives below a gibibyte, and without what was not used for long;
 * a JVM that has one open keeps it until its end.
 */
final class UnusedArchives {
  /** An archive of Spark's classes takes 120 to 170 MB. */
  private static final long MOST_BYTES = 1L << 30;

  private static final Duration KEPT = Duration.ofDays(30);
  // No JVM takes as long to write one.
  private static final Duration WRITTEN = Duration.ofMinutes(30);

  private final Clock clock;
  private final long mostBytes;

  UnusedArchives(Clock clock) {
    this(clock, MOST_BYTES);
  }

  UnusedArchives(Clock clock, long mostBytes) {
    this.clock = clock;
    this.mostBytes = mostBytes;
  }

  /** Removes them, the longest unused first; what cannot be removed stays for the next time. */
  void remove(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      long bytes = 0;
      List<Path> latestFirst =
          files.sorted(Comparator.comparing(UnusedArchives::lastUse).reversed()).toList();
      for (Path file : latestFirst) {
        boolean unfinished = String.valueOf(file.getFileName()).startsWith(".");
        bytes += Files.size(file);
        if (bytes > mostBytes
            || LastUse.before(file, clock.instant().minus(unfinished ? WRITTEN : KEPT))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      // Another build may have removed one at the same moment.
    }
  }

  private static FileTime lastUse(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
