/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.process.ProcessEnd;

/** Says in words how a forked JVM ended that should not have. */
final class ForkEnd {
  // 128 + SIGKILL: what the kernel sends a process when memory runs out, and hardly anybody else.
  private static final int KILLED = 137;

  private ForkEnd() {}

  static String words(ProcessEnd end) {
    return (end.exitCode() == KILLED ? "was killed (exit code " : "ended with exit code ")
        + end.exitCode()
        + (end.exitCode() == KILLED ? ")" : "");
  }

  static String advice(ProcessEnd end) {
    return end.exitCode() == KILLED
        ? "The machine may have run out of memory: give the JVM less with <jvmOption>-Xmx1g</jvmOption>, or run fewer builds at once"
        : "A test may have called System.exit or run out of memory";
  }
}
