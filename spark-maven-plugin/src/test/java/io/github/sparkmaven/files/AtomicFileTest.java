/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void makesTheFoldersAndWritesUtf8() {
    Path file = folder.resolve("a/b/plan.json");

    AtomicFile.write(file, "größer\n");

    assertThat(file).hasBinaryContent("größer\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void replacesWhatStoodThereAndLeavesNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.json"), "a longer text of old");

    AtomicFile.write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void letsOthersRead() throws IOException {
    Path file = folder.resolve("plan.json");

    AtomicFile.write(file, "");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void tellsWhereAFileStandsInThePlaceOfAFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("target"), "a file").resolve("plan.json");

    assertThatThrownBy(() -> AtomicFile.write(file, "text"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot write %s: java.nio.file.FileAlreadyExistsException: %s",
            file, folder.resolve("target"));
  }

  @Test
  void leavesWhatStoodThereWhenItCannotWrite() throws IOException {
    Path file = folder.resolve("plan.json");
    Path inside = Files.writeString(Files.createDirectory(file).resolve("kept"), "kept");

    assertThatThrownBy(() -> AtomicFile.write(file, "text"))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot write " + file + ": ")
        .hasCauseInstanceOf(IOException.class);
    assertThat(inside).hasContent("kept");
    assertThat(entries()).isEqualTo(1);
  }

  private long entries() throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.count();
    }
  }
}
