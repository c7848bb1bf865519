/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a text file, which may be large, and may be written meanwhile. */
final class Tail {
  // Enough for lines of 4 KiB; a longer line at the front is shown from its middle.
  private static final int BYTES_OF_LINE = 4096;

  private Tail() {}

  static List<String> of(Path file, int lines) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      long length = bytes.length();
      byte[] end = new byte[(int) Math.min(length, (long) lines * BYTES_OF_LINE)];
      bytes.seek(length - end.length);
      bytes.readFully(end);
      List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    }
  }
}
