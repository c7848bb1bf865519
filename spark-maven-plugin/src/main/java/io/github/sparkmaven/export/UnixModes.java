/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.ToIntFunction;

/**
 * Writes Unix modes into the central directory of a zip, which the JDK's own writer leaves out.
 *
 * <p>The layout is section 4.3 of PKWARE's APPNOTE.TXT; the mode stands in the upper half of the
 * external attributes, and counts where the upper byte of "version made by" is 3, Unix (4.4.2,
 * 4.4.15).
 */
final class UnixModes {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int HEADER_SIGNATURE = 0x02014b50;
  private static final int HEADER_LENGTH = 46;
  private static final byte UNIX = 3;
  private static final int REGULAR_FILE = 0x8000;

  private UnixModes() {}

  /** Sets the modes of a zip without a comment, by the names of its entries. */
  static void set(Path zip, ToIntFunction<String> mode) throws IOException {
    try (FileChannel file =
        FileChannel.open(zip, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer end = read(file, file.size() - END_LENGTH, END_LENGTH);
      if (end.getInt(0) != END_SIGNATURE) {
        throw new IOException(zip + " does not end as a zip");
      }
      long start = Integer.toUnsignedLong(end.getInt(16));
      ByteBuffer directory = read(file, start, end.getInt(12));
      patch(directory, mode);
      file.write(directory.rewind(), start);
    }
  }

  private static void patch(ByteBuffer directory, ToIntFunction<String> mode) throws IOException {
    int at = 0;
    while (at < directory.capacity()) {
      if (directory.getInt(at) != HEADER_SIGNATURE) {
        throw new IOException("no header of a zip's directory at " + at);
      }
      byte[] name = new byte[directory.getShort(at + 28)];
      directory.get(at + HEADER_LENGTH, name);
      int bits = REGULAR_FILE | mode.applyAsInt(new String(name, StandardCharsets.UTF_8));
      directory.put(at + 5, UNIX);
      directory.putInt(at + 38, bits << 16);
      at += HEADER_LENGTH + name.length + directory.getShort(at + 30) + directory.getShort(at + 32);
    }
  }

  private static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("the zip is cut short");
      }
    }
    return buffer.rewind();
  }
}
