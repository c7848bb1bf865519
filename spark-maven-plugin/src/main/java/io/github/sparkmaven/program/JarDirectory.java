/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The directory of a jar, and what its entries hold.
 *
 * <p>The JDK opens a stream an entry and unpacks 64 KiB of each, which takes seconds for the
 * classes of a large jar; this reads the mapped file. What cannot be mapped is left to the JDK.
 */
public final class JarDirectory {
  private final Path file;
  private final Optional<MappedZip> mapped;
  private final List<Entry> entries;

  private JarDirectory(Path file) throws IOException {
    this.file = file;
    this.mapped = MappedZip.of(file);
    this.entries =
        Collections.unmodifiableList(
            mapped.isPresent() ? mapped.get().entries() : entriesByJdk(file));
  }

  /**
   * A file in a jar.
   *
   * @param crc the checksum of its content
   * @param packed whether its content is deflated
   * @param size how many bytes it has in the jar
   * @param length how many bytes it has unpacked
   * @param at where its header begins; -1 where the JDK has to be asked
   */
  public record Entry(String name, long crc, boolean packed, int size, int length, int at) {}

  /**
   * Reads the directory of a jar.
   *
   * @throws EnvironmentException if it cannot be read
   */
  public static JarDirectory of(Path jar) {
    try {
      return new JarDirectory(jar);
    } catch (IOException e) {
      throw unreadable(jar, e);
    }
  }

  /** Returns the files in the jar, in its own order. */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * Gives the first bytes of entries, or fewer where they have no more, one by one.
   *
   * @throws EnvironmentException if the jar cannot be read
   */
  public void heads(List<Entry> wanted, int length, BiConsumer<Entry, byte[]> use) {
    read(wanted, entry -> Math.min(length, entry.length()), use);
  }

  /**
   * Gives what entries hold, one by one.
   *
   * @throws EnvironmentException if the jar cannot be read
   */
  public void contents(List<Entry> wanted, BiConsumer<Entry, byte[]> use) {
    read(wanted, Entry::length, use);
  }

  /**
   * Returns what the entry of a name holds, where there is one.
   *
   * @throws EnvironmentException if the jar cannot be read
   */
  public Optional<byte[]> content(String name) {
    List<byte[]> found = new ArrayList<>();
    contents(
        entries.stream().filter(entry -> entry.name().equals(name)).limit(1).toList(),
        (entry, bytes) -> found.add(bytes));
    return found.stream().findFirst();
  }

  private void read(
      List<Entry> wanted, ToIntFunction<Entry> length, BiConsumer<Entry, byte[]> use) {
    Inflater inflater = new Inflater(true);
    try {
      if (mapped.isEmpty()) {
        readByJdk(wanted, length, use);
        return;
      }
      for (Entry entry : wanted) {
        use.accept(entry, mapped.get().head(entry, length.applyAsInt(entry), inflater));
      }
    } catch (DataFormatException | IOException | IndexOutOfBoundsException e) {
      throw unreadable(file, e);
    } finally {
      inflater.end();
    }
  }

  private static List<Entry> entriesByJdk(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()) {
          int length = Math.toIntExact(Math.min(entry.getSize(), Integer.MAX_VALUE));
          entries.add(new Entry(entry.getName(), entry.getCrc(), true, 0, length, -1));
        }
      }
    }
    return entries;
  }

  private void readByJdk(
      List<Entry> wanted, ToIntFunction<Entry> length, BiConsumer<Entry, byte[]> use)
      throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Entry entry : wanted) {
        ZipEntry found = Objects.requireNonNull(zip.getEntry(entry.name()), entry.name());
        try (InputStream stream = zip.getInputStream(found)) {
          use.accept(entry, stream.readNBytes(length.applyAsInt(entry)));
        }
      }
    }
  }

  private static EnvironmentException unreadable(Path file, Exception cause) {
    return new EnvironmentException("Cannot read " + file + ": " + cause, cause);
  }
}
