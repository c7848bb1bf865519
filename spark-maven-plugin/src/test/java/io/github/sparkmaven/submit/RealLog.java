/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What real drivers and submitting clients of Spark wrote to standard error. Lines that say nothing
 * of the application and most stack frames are left out; the rest is as it was written.
 */
final class RealLog {
  private RealLog() {}

  /** Returns a log's lines, as in {@code 3.5.5-local-task}: version, master and what was done. */
  static List<String> lines(String name) {
    try (InputStream stream =
        Objects.requireNonNull(RealLog.class.getResourceAsStream("log/" + name + ".log"), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
