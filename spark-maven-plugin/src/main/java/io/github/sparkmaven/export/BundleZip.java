/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip whose bytes depend on its contents alone, and puts it in its place at once.
 *
 * <p>The JDK's file system for zips would write modes too, but also each entry's time in the zone
 * of the machine.
 */
final class BundleZip {
  private static final int FILE = 0b110_100_100;
  private static final int SCRIPT = 0b111_101_101;

  private BundleZip() {}

  static void write(Path zip, SortedMap<String, Entry> entries, LocalDateTime stamp)
      throws IOException {
    Path folder = Objects.requireNonNull(zip.getParent(), zip::toString);
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "." + zip.getFileName(), ".tmp");
    try {
      fill(temporary, entries, stamp);
      Set<String> scripts =
          entries.entrySet().stream()
              .filter(entry -> entry.getValue().executable())
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      UnixModes.set(temporary, name -> scripts.contains(name) ? SCRIPT : FILE);
      Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(
          temporary, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void fill(Path file, SortedMap<String, Entry> entries, LocalDateTime stamp)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, Entry> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTimeLocal(stamp);
        zip.putNextEntry(header);
        entry.getValue().content().writeTo(zip);
        zip.closeEntry();
      }
    }
  }

  static Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  static Content file(Path file) {
    return out -> Files.copy(file, out);
  }

  /** Writes the bytes of an entry. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * What one entry holds.
   *
   * @param executable whether it is a program
   */
  record Entry(Content content, boolean executable) {}
}
