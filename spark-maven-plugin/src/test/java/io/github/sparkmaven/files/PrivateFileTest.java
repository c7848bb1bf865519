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

class PrivateFileTest {
  @TempDir Path folder;

  @Test
  void canBeReadByThisUserAloneAndIsGoneAfterwards() throws IOException {
    Path path;
    try (PrivateFile file = PrivateFile.write(folder.resolve("a/b"), ".conf", "größer\n")) {
      path = file.path();
      assertThat(path).hasContent("größer\n");
      assertThat(String.valueOf(path.getFileName())).startsWith("spark-").endsWith(".conf");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void mayBeDeletedByItsReader() throws IOException {
    try (PrivateFile file = PrivateFile.write(folder, ".conf", "")) {
      Files.delete(file.path());
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesTheFolderThatCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("target"), "a file");

    assertThatThrownBy(() -> PrivateFile.write(file, ".conf", ""))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("Cannot write to %s: java.nio.file.FileAlreadyExistsException: %s", file, file);
  }
}
