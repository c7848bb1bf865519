/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class SourceZipTest {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 29, 2, 30);

  @TempDir Path folder;
  private Path root;
  private Path zip;

  @BeforeEach
  void write() throws IOException {
    root = folder.resolve("src");
    Files.createDirectories(root.resolve("acme/sub"));
    Files.writeString(root.resolve("acme/sub/größe.py"), "X = 1\n");
    Files.writeString(root.resolve("acme/rates.py"), "Y = 2\n");
    Files.writeString(root.resolve("job.py"), "import acme\n");
    zip = folder.resolve("target/a/sources.zip");
  }

  @Test
  void holdsTheFilesUnderTheirNamesFromTheRoot() throws IOException {
    pack();

    try (ZipFile read = new ZipFile(zip.toFile())) {
      assertThat(read.stream().map(ZipEntry::getName))
          .containsExactly("acme/", "acme/sub/", "acme/sub/größe.py", "acme/rates.py", "job.py");
      assertThat(read.stream().map(ZipEntry::getTimeLocal)).containsOnly(TIME);
      assertThat(read.getInputStream(read.getEntry("acme/rates.py"))).hasContent("Y = 2\n");
    }
    assertThat(Files.getPosixFilePermissions(zip))
        .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
  }

  @Test
  @ResourceLock(Resources.TIME_ZONE)
  void hasTheSameBytesInAnotherZoneAndAtAnotherTime() throws IOException {
    pack();
    byte[] first = Files.readAllBytes(zip);
    Files.setLastModifiedTime(root.resolve("job.py"), FileTime.from(Instant.EPOCH));
    TimeZone here = TimeZone.getDefault();
    // In the first of them there is no such time on that day.
    for (String zone : List.of("Europe/Berlin", "Pacific/Kiritimati", "America/St_Johns")) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      try {
        pack();
      } finally {
        TimeZone.setDefault(here);
      }
      assertThat(Files.readAllBytes(zip)).as(zone).isEqualTo(first);
    }
  }

  @Test
  void replacesWhatIsThereAndLeavesNothingBehind() throws IOException {
    pack();
    SourceZip.write(zip, root, List.of(root.resolve("job.py")), TIME);

    try (ZipFile read = new ZipFile(zip.toFile())) {
      assertThat(read.stream().map(ZipEntry::getName)).containsExactly("job.py");
    }
    assertThat(zip.getParent()).isDirectoryContaining("glob:**/sources.zip");
    try (Stream<Path> files = Files.list(zip.getParent())) {
      assertThat(files).containsExactly(zip);
    }
  }

  @Test
  void leavesTheOldOneWhereAFileCannotBeRead() throws IOException {
    pack();
    byte[] first = Files.readAllBytes(zip);

    assertThatThrownBy(() -> SourceZip.write(zip, root, List.of(root.resolve("none.py")), TIME))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot write " + zip + ": java.nio.file.NoSuchFileException");
    assertThat(zip).hasBinaryContent(first);
    try (Stream<Path> files = Files.list(zip.getParent())) {
      assertThat(files).containsExactly(zip);
    }
  }

  private void pack() {
    SourceZip.write(
        zip,
        root,
        List.of(
            root.resolve("acme/sub/größe.py"),
            root.resolve("acme/rates.py"),
            root.resolve("job.py")),
        TIME);
  }
}
