/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;

/** Where a JVM waits for a debugger: on this machine alone. */
public final class DebugPort {
  /** The port where none is named; what IDEs try first. */
  public static final int DEFAULT = 5005;

  private static final String PROPERTY = "-Dspark.maven.run.debug";
  private static final int LARGEST = 65535;

  private DebugPort() {}

  /**
   * Reads what was asked for: nothing or {@code true}, {@code false}, or a port, 0 for any.
   *
   * @throws InputException if it is none of these
   */
  public static OptionalInt parse(String text) {
    String asked = text.strip();
    if (asked.isEmpty() || asked.equals("true")) {
      return OptionalInt.of(DEFAULT);
    }
    if (asked.equals("false")) {
      return OptionalInt.empty();
    }
    if (asked.matches("[0-9]{1,5}") && Integer.parseInt(asked) <= LARGEST) {
      return OptionalInt.of(Integer.parseInt(asked));
    }
    throw new InputException(
        "run/debug",
        "'" + text + "' is no port",
        "Give true for port " + DEFAULT + ", another port, 0 for any free one, or false");
  }

  /**
   * Refuses a port that somebody listens on: the JVM's own words for it are hard to read.
   *
   * @throws InputException if it is taken
   */
  static void check(int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    } catch (IOException e) {
      throw new InputException(
          "run/debug",
          "port " + port + " is taken: " + e.getMessage(),
          "End what listens there, or give another, as in " + PROPERTY + "=0 for any free one");
    }
  }
}
