/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.classdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A text file that another process is writing. */
final class GrowingList {
  private static final long LOOK_EVERY_MILLIS = 50;

  private final Path file;
  private final EndMark end;

  GrowingList(Path file, EndMark end) {
    this.file = file;
    this.end = end;
  }

  /**
   * Hands over each line as it comes, until the end is reached and all is read.
   *
   * @return whether the list is whole
   */
  boolean follow(Consumer<String> lines) throws IOException, InterruptedException {
    while (!Files.exists(file)) {
      if (end.isReached()) {
        return false;
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      StringBuilder line = new StringBuilder();
      boolean ending = false;
      while (true) {
        if (end.isReached() && !end.isWhole()) {
          return false;
        }
        int character = reader.read();
        if (character == '\n') {
          lines.accept(line.toString());
          line.setLength(0);
        } else if (character >= 0) {
          line.append((char) character);
        } else if (ending) {
          return true;
        } else {
          // What was written before the end was told is read once more.
          ending = end.isReached();
          if (!ending) {
            Thread.sleep(LOOK_EVERY_MILLIS);
          }
        }
      }
    }
  }
}
