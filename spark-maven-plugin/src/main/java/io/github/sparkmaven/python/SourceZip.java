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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
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
          Set<String> folders = new HashSet<>();
          for (Path file : files) {
            for (String above : above(root.relativize(file))) {
              if (folders.add(above)) {
                begin(out, above, time);
              }
            }
            begin(out, name(root.relativize(file)), time);
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

  /**
   * Before Python 3.13 a package without __init__.py is found only where its folder is an entry.
   */
  private static List<String> above(Path file) {
    return IntStream.range(1, file.getNameCount())
        .mapToObj(count -> name(file.subpath(0, count)) + "/")
        .toList();
  }

  private static void begin(ZipOutputStream out, String name, LocalDateTime time)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    out.putNextEntry(entry);
  }

  private static String name(Path relative) {
    return relative.toString().replace('\\', '/');
  }
}
