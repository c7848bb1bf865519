/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When something in the cache was last used, kept as its time of modification. */
public final class LastUse {
  private static final Duration DAY = Duration.ofDays(1);

  private LastUse() {}

  /** Notes that it is used now; once a day is enough. */
  public static void note(Path used, Clock clock) {
    try {
      if (before(used, clock.instant().minus(DAY))) {
        Files.setLastModifiedTime(used, FileTime.from(clock.instant()));
      }
    } catch (IOException e) {
      // A cache that is not ours to write can be used all the same.
    }
  }

  /** Says whether it was last used before a moment. */
  public static boolean before(Path used, Instant moment) throws IOException {
    return Files.getLastModifiedTime(used).toInstant().isBefore(moment);
  }
}
