/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Keeps the builds of a machine from changing a folder at the same time, be they threads or
 * processes; the operating system ends it with its process.
 */
public final class FolderLock implements AutoCloseable {
  /** The name of the file in the folder that is locked. */
  public static final String FILE = ".lock";

  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** What is done to a folder. */
  @FunctionalInterface
  public interface Change {
    /** Does it. */
    void make() throws IOException;
  }

  /**
   * Changes a folder, which is made when it is missing, as soon as no other build does.
   *
   * <p>Where the file system knows no locks, nothing is locked: what is put in place at once is
   * whole all the same.
   */
  public static void hold(Path folder, Change change) throws IOException {
    FolderLock lock = take(folder, FILE);
    try {
      change.make();
    } finally {
      lock.close();
    }
  }

  /**
   * Takes one of a folder's locks as soon as no other build has it; to be given back by {@link
   * #close()}.
   *
   * @param file the lock's name
   */
  public static FolderLock take(Path folder, String file) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      while (!locked(channel)) {
        pause();
      }
      return new FolderLock(channel);
    } catch (InterruptedIOException e) {
      channel.close();
      throw e;
    }
  }

  /** Gives it back; what was given back before is not touched. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static boolean locked(FileChannel channel) {
    try {
      channel.lock();
      return true;
    } catch (OverlappingFileLockException e) {
      // Another thread of this JVM has it.
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(LOOK_EVERY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while another build was waited for");
    }
  }
}
