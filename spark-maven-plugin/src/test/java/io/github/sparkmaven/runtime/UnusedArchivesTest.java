/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedArchivesTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir Path folder;

  @Test
  void removesTheLongestUnusedBeyondTheBound() throws IOException {
    Path latest = file("c.jsa", Duration.ofHours(1));
    Path middle = file("b.jsa", Duration.ofHours(2));
    Path oldest = file("a.jsa", Duration.ofHours(3));

    remove();

    assertThat(latest).exists();
    assertThat(middle).exists();
    assertThat(oldest).doesNotExist();
  }

  @Test
  void removesWhatWasNotUsedForAMonth() throws IOException {
    Path used = file("used.jsa", Duration.ofDays(29));
    Path unused = file("unused.jsa", Duration.ofDays(31));

    remove();

    assertThat(used).exists();
    assertThat(unused).doesNotExist();
  }

  @Test
  void removesWhatADyingBuildLeftHalf() throws IOException {
    Path underWay = file(".a.1.jsa", Duration.ofMinutes(10));
    Path left = file(".b.2.jsa", Duration.ofHours(1));

    remove();

    assertThat(underWay).exists();
    assertThat(left).doesNotExist();
  }

  private void remove() {
    new UnusedArchives(Clock.fixed(NOW, ZoneOffset.UTC), 25).remove(folder);
  }

  private Path file(String name, Duration age) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "ten bytes.");
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
  }
}
