/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.LongStream;

/** Time since it was made: by the clock, and of processors in all threads but the maker's. */
final class Stopwatch {
  private static final double NANOS = 1e9;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long maker = Thread.currentThread().getId();
  private final long clock = System.nanoTime();
  private final long processors = processors();

  double seconds() {
    return (System.nanoTime() - clock) / NANOS;
  }

  double cpuSeconds() {
    return (processors() - processors) / NANOS;
  }

  private long processors() {
    // A thread that has just ended has -1.
    return LongStream.of(threads.getAllThreadIds())
        .filter(id -> id != maker)
        .map(id -> Math.max(0, threads.getThreadCpuTime(id)))
        .sum();
  }
}
