/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps writers of a ledger apart while one of them reads and writes a page.
 *
 * <p>A ledger that cannot be locked, as on some network file systems, is written all the same: a
 * page is replaced at once, and at worst the last of two writers has the word.
 */
final class LedgerLock {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private LedgerLock() {}

  /** Does something while no other writer does. */
  static <T> T holding(Path folder, Supplier<T> work) {
    Optional<FileChannel> locked = lock(folder);
    try {
      return work.get();
    } finally {
      locked.ifPresent(LedgerLock::release);
    }
  }

  private static Optional<FileChannel> lock(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      await(channel);
      return Optional.of(channel);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void await(FileChannel channel) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!locked(channel) && System.nanoTime() < end) {
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another thread of this JVM holds it.
      return false;
    }
  }

  private static void release(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The page is written; the lock ends with this JVM at the latest.
    }
  }
}
