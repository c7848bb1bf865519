/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The names of all that is in some jars, as sorted hashes of 64 bits: what is asked is whether a
 * name is there, and to take one for there that is not only costs the archive.
 */
final class EntryNames {
  // What several entries of a class path may have, and what is read from all of them.
  private static final String META = "META-INF/";
  private static final List<String> OF_ANY_JAR = List.of("module-info.class", "LICENSE", "NOTICE");

  private final long[] hashes;

  private EntryNames(long[] hashes) {
    this.hashes = hashes;
  }

  static EntryNames ofJars(List<Path> jars) throws IOException {
    LongStream hashes = LongStream.empty();
    for (Path jar : jars) {
      hashes = LongStream.concat(hashes, namesIn(jar).stream().mapToLong(EntryNames::hash));
    }
    return new EntryNames(hashes.sorted().distinct().toArray());
  }

  /** Takes what {@link #bytes} has given. */
  static EntryNames of(ByteBuffer bytes) {
    LongBuffer buffer = bytes.asLongBuffer();
    long[] hashes = new long[buffer.remaining()];
    buffer.get(hashes);
    return new EntryNames(hashes);
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Long.BYTES);
    bytes.asLongBuffer().put(hashes);
    return bytes.array();
  }

  /** Returns a name that is in the jars and in one of these folders or jars too. */
  Optional<String> sharedWith(List<Path> others) throws IOException {
    for (Path other : others) {
      Optional<String> shared =
          namesIn(other).stream()
              .filter(name -> Arrays.binarySearch(hashes, hash(name)) >= 0)
              .findFirst();
      if (shared.isPresent()) {
        return shared;
      }
    }
    return Optional.empty();
  }

  private static List<String> namesIn(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.walk(entry)) {
        return files
            .filter(Files::isRegularFile)
            .map(file -> entry.relativize(file).toString().replace('\\', '/'))
            .filter(EntryNames::matters)
            .toList();
      }
    }
    if (!Files.isRegularFile(entry)) {
      return List.of();
    }
    try (ZipFile zip = new ZipFile(entry.toFile())) {
      return zip.stream()
          .filter(file -> !file.isDirectory())
          .map(ZipEntry::getName)
          .filter(EntryNames::matters)
          .toList();
    }
  }

  private static boolean matters(String name) {
    return !name.startsWith(META) && !OF_ANY_JAR.contains(name);
  }

  /** FNV-1a of 64 bits (draft-eastlake-fnv), over the characters. */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
