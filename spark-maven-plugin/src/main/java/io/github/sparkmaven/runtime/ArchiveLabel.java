/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * What stands beside an archive: its checksum, because a JVM does not check the contents of one by
 * itself and crashes in the middle of the tests, and the names of all that its jars hold.
 *
 * @param checksum CRC-32C of the archive
 * @param names what is in the jars
 */
record ArchiveLabel(long checksum, EntryNames names) {
  private static final int CHECKSUM_BYTES = Long.BYTES;

  static ArchiveLabel of(Path archive, EntryNames names) throws IOException {
    return new ArchiveLabel(checksumOf(archive), names);
  }

  static ArchiveLabel read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    if (bytes.remaining() < CHECKSUM_BYTES) {
      throw new IOException(file + " is cut off");
    }
    return new ArchiveLabel(bytes.getLong(), EntryNames.of(bytes.slice()));
  }

  void write(Path file) throws IOException {
    byte[] hashes = names.bytes();
    Files.write(
        file,
        ByteBuffer.allocate(CHECKSUM_BYTES + hashes.length).putLong(checksum).put(hashes).array());
  }

  /** Says whether an archive is the one that this was put beside. */
  boolean fits(Path archive) throws IOException {
    return checksumOf(archive) == checksum;
  }

  private static long checksumOf(Path archive) throws IOException {
    CRC32C checksum = new CRC32C();
    try (FileChannel channel = FileChannel.open(archive)) {
      checksum.update(channel.map(MapMode.READ_ONLY, 0, channel.size()));
    }
    return checksum.getValue();
  }
}
