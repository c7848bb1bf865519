/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.files;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file whole or not at all: to a temporary neighbour first, then moved into place. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes text as UTF-8, making the folder when it is missing.
   *
   * @throws EnvironmentException if the file cannot be written; what stood there before is left as
   *     it was
   */
  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path temporary = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp");
      try {
        // A temporary file is private by default; what users look at is not.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
        Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write " + file + ": " + e, e);
    }
  }

  /**
   * Removes a file that may not be there.
   *
   * @throws EnvironmentException if it cannot be removed
   */
  public static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot remove " + file + ": " + e, e);
    }
  }
}
