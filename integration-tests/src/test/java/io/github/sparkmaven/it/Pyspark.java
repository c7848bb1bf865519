/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Whether this machine can have the pyspark package, which Maven Central does not carry. */
public final class Pyspark {
  private static final String VERSION = "3.5.5";
  private static boolean known;
  private static String missing = "";

  private Pyspark() {}

  /**
   * Looks whether Python can make environments and its pip finds pyspark; if not, says so aloud.
   *
   * @param what is skipped then
   */
  public static synchronized boolean canBeHad(String what) {
    if (!known) {
      missing = missing();
      known = true;
    }
    if (!missing.isEmpty()) {
      // The invoker keeps what its scripts print in a file that nobody reads.
      PrintStream terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
      terminal.println(
          "SKIPPED: "
              + what
              + ", because "
              + missing
              + ". Install Python 3 with venv and pip, and let pip reach an index that has pyspark "
              + VERSION);
    }
    return missing.isEmpty();
  }

  private static String missing() {
    if (!succeeds("python3", "-c", "import venv, ensurepip, pip")) {
      return "there is no python3 with venv and pip";
    }
    // Only asks the index; nothing is downloaded.
    return succeeds("python3", "-m", "pip", "index", "versions", "pyspark")
        ? ""
        : "pip finds no pyspark";
  }

  private static boolean succeeds(String... words) {
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
