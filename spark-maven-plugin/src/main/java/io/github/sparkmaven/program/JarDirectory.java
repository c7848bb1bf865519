/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The directory of a jar, and the first bytes of its entries.
 *
 * <p>The JDK opens a stream an entry and unpacks 64 KiB of each, which takes seconds for the
 * classes of a large jar; this reads the mapped file. What is larger than 2 GiB is left to the JDK.
 * Source: APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.14 to 4.3.16.
 */
public final class JarDirectory {
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

  private final Path file;
  private final List<Entry> entries = new ArrayList<>();
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  private JarDirectory(Path file) {
    this.file = file;
  }

  /**
   * A file in a jar.
   *
   * @param crc the checksum of its content
   * @param packed whether its content is deflated
   * @param size how many bytes it has in the jar
   * @param at where its header begins; -1 where the JDK has to be asked
   */
  public record Entry(String name, long crc, boolean packed, int size, int at) {}

  /**
   * Reads the directory of a jar.
   *
   * @throws EnvironmentException if it cannot be read
   */
  public static JarDirectory of(Path jar) {
    JarDirectory directory = new JarDirectory(jar);
    try {
      if (!directory.read()) {
        directory.readByJdk();
      }
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + jar + ": " + e, e);
    }
    return directory;
  }

  /** Returns the files in the jar, in its own order. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /**
   * Returns the first bytes of entries, or fewer where they have no more, in the same order.
   *
   * @throws EnvironmentException if the jar cannot be read
   */
  public List<byte[]> heads(List<Entry> wanted, int length) {
    Inflater inflater = new Inflater(true);
    try {
      if (bytes.limit() == 0) {
        return headsByJdk(wanted, length);
      }
      List<byte[]> heads = new ArrayList<>(wanted.size());
      for (Entry entry : wanted) {
        heads.add(head(entry, length, inflater));
      }
      return heads;
    } catch (DataFormatException | IOException | IndexOutOfBoundsException e) {
      throw new EnvironmentException("Cannot read " + file + ": " + e, e);
    } finally {
      inflater.end();
    }
  }

  private boolean read() throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() < END_LENGTH || channel.size() > Integer.MAX_VALUE) {
        return false;
      }
      bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
    }
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
        entries.clear();
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

  private byte[] head(Entry entry, int length, Inflater inflater) throws DataFormatException {
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
    return Arrays.copyOf(head, there + got);
  }

  private int half(int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private long number(int at) {
    return bytes.getInt(at) & ELSEWHERE;
  }

  private void readByJdk() throws IOException {
    bytes = ByteBuffer.allocate(0);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()) {
          entries.add(new Entry(entry.getName(), entry.getCrc(), true, 0, -1));
        }
      }
    }
  }

  private List<byte[]> headsByJdk(List<Entry> wanted, int length) throws IOException {
    List<byte[]> heads = new ArrayList<>(wanted.size());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Entry entry : wanted) {
        ZipEntry found = Objects.requireNonNull(zip.getEntry(entry.name()), entry.name());
        try (InputStream stream = zip.getInputStream(found)) {
          heads.add(stream.readNBytes(length));
        }
      }
    }
    return heads;
  }
}
