/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheExaminationTest {
  @TempDir Path folder;
  private Patient patient;
  private Path cache;

  @BeforeEach
  void sound() {
    patient = new Patient(folder);
    cache = folder.resolve("cache");
  }

  @Test
  void saysWhatItHolds() throws IOException {
    patient.file("cache/homes/spark-a/jars/a.jar", "x".repeat(3 << 20));

    assertThat(findings())
        .containsExactly(Finding.ok("cache-folder", cache + " holds 1 Spark homes, 3 MiB in all"));
  }

  @Test
  void tellsOfHomesWhoseJarsAreGone() throws IOException {
    Files.createDirectories(cache.resolve("homes/spark-a/jars"));
    Files.createSymbolicLink(
        cache.resolve("homes/spark-a/jars/a.jar"), folder.resolve("repository/a.jar"));

    assertThat(findings())
        .contains(
            Finding.note(
                "cache-folder",
                "homes whose jars the local repository no longer has: spark-a",
                "They are not used; the next build that makes a home removes them."));
  }

  @Test
  void tellsOfWhatABuildHasLeftAndNotOfWhatOneMakes() throws IOException {
    Path old = patient.file("cache/homes/.building1/x", "").getParent();
    Path fresh = patient.file("cache/homes/.building2/x", "").getParent();
    Path another = patient.file("cache/python/.building3/x", "").getParent();
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2025-01-01T11:59:59Z")));
    Files.setLastModifiedTime(fresh, FileTime.from(Instant.parse("2025-01-01T12:00:01Z")));
    Files.setLastModifiedTime(another, FileTime.from(Instant.parse("2025-01-02T11:00:00Z")));

    assertThat(findings())
        .contains(
            Finding.note(
                "cache-folder",
                "folders that a build has begun and not finished: 1",
                "They are removed when something is made beside them the next time."));
  }

  @Test
  void takesACacheThatIsNotThereYet() throws IOException {
    Files.delete(cache.resolve(".keep"));
    Files.delete(cache);

    assertThat(findings())
        .containsExactly(
            Finding.ok("cache-folder", cache + " is not there yet, and is made when it is needed"));
  }

  @Test
  void warnsOfAUserWithoutAHome() throws IOException {
    Files.delete(folder.resolve("home/.keep"));
    Files.delete(folder.resolve("home"));

    assertThat(findings().get(0).what())
        .isEqualTo("this user has no home folder: user.home is " + folder.resolve("home"));
  }

  private List<Finding> findings() throws IOException {
    return new CacheExamination(patient.request(), patient.surroundings()).findings();
  }
}
