/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

/**
 * Reads lines of a bounded length: a program that never ends its line must not fill this JVM's
 * memory. What is longer comes in pieces, each as a line of its own; nothing is lost.
 */
final class LineReader {
  private static final int LONGEST = 4 << 20;

  private final Consumer<String> lines;
  private final int longest;
  private final StringBuilder line = new StringBuilder();
  private boolean afterReturn;

  LineReader(Consumer<String> lines) {
    this(lines, LONGEST);
  }

  LineReader(Consumer<String> lines, int longest) {
    this.lines = lines;
    this.longest = longest;
  }

  /** Reads to the end; a line ends with a line feed, a carriage return, both, or the end. */
  void read(Reader reader) throws IOException {
    try (BufferedReader buffered = new BufferedReader(reader)) {
      for (int c = buffered.read(); c >= 0; c = buffered.read()) {
        take((char) c);
      }
    } finally {
      if (!line.isEmpty()) {
        hand();
      }
    }
  }

  private void take(char c) {
    boolean feedAfterReturn = afterReturn && c == '\n';
    afterReturn = c == '\r';
    if (feedAfterReturn) {
      return;
    }
    if (c == '\n' || c == '\r') {
      hand();
      return;
    }
    line.append(c);
    // A pair of surrogates is one character and stays together.
    if (line.length() >= longest && !Character.isHighSurrogate(c)) {
      hand();
    }
  }

  private void hand() {
    String text = line.toString();
    line.setLength(0);
    if (line.capacity() > longest / 4) {
      line.trimToSize();
    }
    lines.accept(text);
  }
}
