/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.files.FolderLock;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Keeps two builds of one folder from submitting at the same moment, each before it could find the
 * other's.
 */
final class SubmissionLock implements AutoCloseable {
  private static final String FILE = ".submitting";

  private final FolderLock lock;

  private SubmissionLock(FolderLock lock) {
    this.lock = lock;
  }

  /** Takes it, as soon as no other build is about to submit from there. */
  static SubmissionLock take(Path submissions) {
    try {
      return new SubmissionLock(FolderLock.take(submissions, FILE));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write to " + submissions + ": " + e, e);
    }
  }

  /** Gives it back; only the first call counts. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // It ends with this JVM at the latest.
    }
  }
}
