/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.run;

import java.util.Optional;

/** The exception at the end of the last traceback of a Python program's output. */
final class PythonError {
  private static final String TRACEBACK = "Traceback (most recent call last):";

  private PythonError() {}

  /** Returns it: its first line, and what Py4J says of the exception of the JVM behind it. */
  static Optional<String> in(String printed) {
    int start = printed.lastIndexOf("\n" + TRACEBACK);
    if (start < 0 && !printed.startsWith(TRACEBACK)) {
      return Optional.empty();
    }
    String[] lines = printed.substring(Math.max(start + 1, 0)).split("\\R", -1);
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isEmpty() && !Character.isWhitespace(lines[i].charAt(0))) {
        boolean ofJvm = i + 1 < lines.length && lines[i + 1].startsWith(": ");
        return Optional.of(ofJvm ? lines[i] + lines[i + 1] : lines[i]);
      }
    }
    return Optional.empty();
  }
}
