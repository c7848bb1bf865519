/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process of this machine that somebody else may have started, told apart from a later one of the
 * same id by when it started.
 *
 * @param pid the process id
 * @param started when it started
 */
public record RunningProcess(long pid, Instant started) {
  // Linux counts from a boot time that is known to the second.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /** Returns what tells a process apart, where the system says when it started. */
  public static Optional<RunningProcess> of(ProcessHandle process) {
    return process.info().startInstant().map(start -> new RunningProcess(process.pid(), start));
  }

  /** Says whether it runs. */
  public boolean alive() {
    return handle().isPresent();
  }

  /**
   * Ends it with all that it started, first asking, then by force; takes at most ten seconds.
   *
   * @return whether nothing of it is left
   */
  public boolean end() {
    return handle().map(ProcessTree::end).orElse(true);
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(RunningProcess::runs).filter(this::isThis);
  }

  private boolean isThis(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .filter(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0)
        .isPresent();
  }

  /**
   * Says whether a process runs: one that has ended, and that its parent does not take notice of,
   * is alive for the JDK; so are orphans in containers whose first process cares for no children.
   */
  public static boolean runs(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      byte[] stat = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/stat"));
      String text = new String(stat, StandardCharsets.ISO_8859_1);
      // The name before it, in parentheses, may hold any character.
      return !text.startsWith(" Z", text.lastIndexOf(')') + 1);
    } catch (IOException e) {
      // No Linux, or it has ended in the meantime.
      return process.isAlive();
    }
  }
}
