/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.files;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that only this user can read and that is gone after its use, because what is in it may be
 * secret.
 *
 * @param path where it is
 */
public record PrivateFile(Path path) implements AutoCloseable {

  /**
   * Writes a private file under a name of its own.
   *
   * @throws EnvironmentException if it cannot be written
   */
  public static PrivateFile write(Path folder, String suffix, String text) {
    try {
      Files.createDirectories(folder);
      Path file =
          Files.createTempFile(
              folder,
              "spark-",
              suffix,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      // Ctrl-C ends this JVM without an unwinding of its stack.
      file.toFile().deleteOnExit();
      Files.writeString(file, text);
      return new PrivateFile(file);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write to " + folder + ": " + e, e);
    }
  }

  /**
   * Writes a private file that stays; one that is there is replaced.
   *
   * @throws EnvironmentException if it cannot be written
   */
  public static void keep(Path file, String text) {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(temporary);
      Files.createFile(
          temporary,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(temporary, text);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write " + file + ": " + e, e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot delete " + path + ", which may hold secrets: " + e, e);
    }
  }
}
