/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs Python sources into a zip that Python imports from; the same sources, the same bytes. */
public final class SourceZip {
  private SourceZip() {}

  /**
   * Writes it, whole or not at all.
   *
   * @param root the folder that names start from
   * @param files what is packed, in order
   * @param time when the entries were changed, in UTC
   * @throws EnvironmentException if it cannot be written
   */
  public static void write(Path zip, Path root, List<Path> files, LocalDateTime time) {
    try {
      Path folder = Files.createDirectories(Objects.requireNonNull(zip.getParent()));
      Path temporary = Files.createTempFile(folder, "." + zip.getFileName(), ".tmp");
      try {
        try (OutputStream stream = Files.newOutputStream(temporary);
            ZipOutputStream out = new ZipOutputStream(stream)) {
          for (Path file : files) {
            ZipEntry entry = new ZipEntry(root.relativize(file).toString().replace('\\', '/'));
            entry.setTimeLocal(time);
            out.putNextEntry(entry);
            Files.copy(file, out);
            out.closeEntry();
          }
        }
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(
            temporary, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write " + zip + ": " + e, e);
    }
  }
}
