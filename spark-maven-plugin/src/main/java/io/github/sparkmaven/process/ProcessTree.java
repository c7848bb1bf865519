/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Ends a process and all that it started: first asking, then by force. */
public final class ProcessTree {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final long LOOK_EVERY_MILLIS = 20;

  private ProcessTree() {}

  /**
   * Ends a process and its descendants; after five seconds, by force.
   *
   * @return whether nothing is left
   */
  public static boolean end(ProcessHandle root) {
    // Taken before anything ends: an orphan is no longer a descendant of anyone we know.
    List<ProcessHandle> all = Stream.concat(Stream.of(root), root.descendants()).toList();
    all.forEach(ProcessHandle::destroy);
    if (awaitEnd(all)) {
      return true;
    }
    all.forEach(ProcessHandle::destroyForcibly);
    return awaitEnd(all);
  }

  private static boolean awaitEnd(List<ProcessHandle> all) {
    long end = System.nanoTime() + GRACE.toNanos();
    while (all.stream().anyMatch(RunningProcess::runs)) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      try {
        Thread.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
