/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import java.time.Duration;

/**
 * A job that succeeded.
 *
 * @param program what messages call it
 * @param elapsed from the start of its JVM to its end
 */
public record RunResult(String program, Duration elapsed) {

  /** Returns a line for the log. */
  @Override
  public String toString() {
    long tenths = elapsed.plusMillis(50).toMillis() / 100;
    return program + " succeeded in " + tenths / 10 + "." + tenths % 10 + " s";
  }
}
