/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.files.UnusedFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedHomesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void removesAHomeThatWasNotUsedForNinetyDays() throws IOException {
    Path old = home("spark-old", Duration.ofDays(91));
    Path young = home("spark-young", Duration.ofDays(89));

    remove();

    assertThat(old).doesNotExist();
    assertThat(young.resolve("jars/a.jar")).exists();
    assertThat(folder.resolve("a.jar")).exists();
  }

  @Test
  void removesAHomeWhoseJarsArePurged() throws IOException {
    Path home = home("spark-purged", Duration.ZERO);
    Files.createSymbolicLink(home.resolve("jars/b.jar"), folder.resolve("purged.jar"));

    remove();

    assertThat(home).doesNotExist();
  }

  @Test
  void keepsWhatAProcessRunsFrom() throws IOException {
    Path home = home("spark-old", Duration.ofDays(1000));

    remove("/jdk/bin/java -cp " + home + "/conf:" + home + "/jars/* org.apache.spark.Main");

    assertThat(home).exists();
  }

  @Test
  void keepsTheHomeOfThisBuild() throws IOException {
    Path home = home("spark-this", Duration.ofDays(1000));

    remover().remove(homes(), home);

    assertThat(home).exists();
  }

  @Test
  void removesWhatAnEndedBuildLeftHalfDone() throws IOException {
    Path left = home(".building123", Duration.ofDays(2));
    Path goingOn = home(".building456", Duration.ofHours(1));
    Path lock = Files.createFile(homes().resolve(".lock"));
    Files.setLastModifiedTime(lock, FileTime.from(NOW.minus(Duration.ofDays(300))));

    remove();

    assertThat(left).doesNotExist();
    assertThat(goingOn).exists();
    assertThat(lock).exists();
  }

  @Test
  void forgetsJarsThatWereNotAskedForInNinetyDays() throws IOException {
    Path old = Files.createFile(homes().resolve("abc.jars"));
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(91))));
    Path young = Files.createFile(homes().resolve("def.jars"));
    Files.setLastModifiedTime(young, FileTime.from(NOW));

    remove();

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  private void remove(String... commandLines) throws IOException {
    new UnusedFolders(
            Clock.fixed(NOW, ZoneOffset.UTC), () -> List.of(commandLines), HomeAssembler::dangles)
        .remove(homes(), folder.resolve("another"));
  }

  private static UnusedFolders remover() {
    return new UnusedFolders(Clock.fixed(NOW, ZoneOffset.UTC), List::of, HomeAssembler::dangles);
  }

  private Path homes() throws IOException {
    return Files.createDirectories(folder.resolve("homes"));
  }

  private Path home(String name, Duration age) throws IOException {
    Path home = homes().resolve(name);
    Path jar = folder.resolve("a.jar");
    if (!Files.exists(jar)) {
      Files.createFile(jar);
    }
    Files.createSymbolicLink(Files.createDirectories(home.resolve("jars")).resolve("a.jar"), jar);
    return Files.setLastModifiedTime(home, FileTime.from(NOW.minus(age)));
  }
}
