/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import io.github.sparkmaven.program.JarDirectory.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A zip file of at most 2 GiB, mapped into memory.
 *
 * <p>Source: APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.14 to 4.3.16.
 */
final class MappedZip {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int HEADER = 0x02014b50;
  private static final int HEADER_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int MANY = 0xFFFF;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int LARGE_END = 0x06064b50;
  private static final long ELSEWHERE = 0xFFFFFFFFL;

  private final ByteBuffer bytes;
  private final List<Entry> entries = new ArrayList<>();

  private MappedZip(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Maps a file; returns nothing of one that is too large, or that this cannot make out. */
  static Optional<MappedZip> of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      if (size < END_LENGTH || size > Integer.MAX_VALUE) {
        return Optional.empty();
      }
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
      MappedZip zip = new MappedZip(bytes.order(ByteOrder.LITTLE_ENDIAN));
      return zip.read() ? Optional.of(zip) : Optional.empty();
    }
  }

  /** Returns the files in it, in its own order. */
  List<Entry> entries() {
    return entries;
  }

  /** Returns the first bytes of an entry, or fewer where it has no more. */
  byte[] head(Entry entry, int length, Inflater inflater) throws DataFormatException {
    int content = entry.at() + LOCAL_LENGTH + half(entry.at() + 26) + half(entry.at() + 28);
    byte[] head = new byte[length];
    if (!entry.packed()) {
      int there = Math.min(length, entry.size());
      bytes.get(content, head, 0, there);
      return Arrays.copyOf(head, there);
    }
    inflater.reset();
    inflater.setInput(bytes.slice(content, entry.size()));
    int there = 0;
    int got = inflater.inflate(head, 0, length);
    while (got > 0 && there + got < length) {
      there += got;
      got = inflater.inflate(head, there, length - there);
    }
    there += got;
    return there == length ? head : Arrays.copyOf(head, there);
  }

  private boolean read() {
    int end = end();
    if (end < 0) {
      return false;
    }
    long size = number(end + 12);
    long start = number(end + 16);
    int directoryEnd = directoryEnd(end);
    if (size >= ELSEWHERE || start >= ELSEWHERE || directoryEnd < 0) {
      return false;
    }
    // Something may stand before the first entry, as a script does.
    int first = directoryEnd - (int) size;
    return first >= start && read(first, directoryEnd, first - (int) start);
  }

  /** Of more than 65535 entries a second record of the end tells, which stands before the first. */
  private int directoryEnd(int end) {
    if (half(end + 10) != MANY) {
      return end;
    }
    int locator = end - LOCATOR_LENGTH;
    if (locator < 0 || bytes.getInt(locator) != LOCATOR) {
      return end;
    }
    long at = bytes.getLong(locator + 8);
    return at >= 0 && at < locator && bytes.getInt((int) at) == LARGE_END ? (int) at : -1;
  }

  private boolean read(int first, int end, int shift) {
    int at = first;
    while (at < end) {
      if (at + HEADER_LENGTH > bytes.limit() || bytes.getInt(at) != HEADER) {
        return false;
      }
      int nameLength = half(at + 28);
      byte[] name = new byte[nameLength];
      bytes.get(at + HEADER_LENGTH, name);
      String text = new String(name, StandardCharsets.UTF_8);
      if (!text.endsWith("/")) {
        entries.add(
            new Entry(
                text,
                number(at + 16),
                half(at + 10) != 0,
                bytes.getInt(at + 20),
                (int) Math.min(number(at + 24), Integer.MAX_VALUE),
                bytes.getInt(at + 42) + shift));
      }
      at += HEADER_LENGTH + nameLength + half(at + 30) + half(at + 32);
    }
    return true;
  }

  private int end() {
    int last = bytes.limit() - END_LENGTH;
    for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (bytes.getInt(at) == END && at + END_LENGTH + half(at + 20) == bytes.limit()) {
        return at;
      }
    }
    return -1;
  }

  private int half(int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private long number(int at) {
    return bytes.getInt(at) & ELSEWHERE;
  }
}
