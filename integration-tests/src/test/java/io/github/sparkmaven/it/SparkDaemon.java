/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A master or a worker: a JVM of its own, and all that it starts. */
final class SparkDaemon {
  private static final long PATIENCE_MILLIS = 120_000;

  private final Process process;
  private final Path log;
  // A process that loses its parent is no longer among anyone's descendants.
  private final Set<ProcessHandle> orphans = new LinkedHashSet<>();

  SparkDaemon(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Waits until the log shows a line, and returns its last group, or all of the match. */
  String await(Pattern line) throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    boolean more = true;
    while (more) {
      // Asked before the log is read: the line may be the last that an ending process writes.
      more = process.isAlive() && System.currentTimeMillis() < end;
      Matcher found = line.matcher(Files.readString(log));
      if (found.find()) {
        return found.group(found.groupCount());
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("no '" + line + "' in " + log + ":\n" + Files.readString(log));
  }

  /** Returns the processes that it started and whose command line holds a word. */
  List<ProcessHandle> started(String word) {
    return process.descendants().filter(handle -> commandLine(handle).contains(word)).toList();
  }

  /** Ends it at once and without a word, as a machine that goes dark; what it started lives on. */
  void crash() {
    process.descendants().forEach(orphans::add);
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Ends it with all that it started. */
  void end() {
    process.descendants().forEach(orphans::add);
    orphans.add(process.toHandle());
    orphans.forEach(ProcessHandle::destroy);
    for (ProcessHandle handle : orphans) {
      handle
          .onExit()
          .completeOnTimeout(handle, 10, TimeUnit.SECONDS)
          .thenAccept(ProcessHandle::destroyForcibly)
          .join();
    }
  }

  /** What the JDK tells of a command line is cut off at a page. */
  private static String commandLine(ProcessHandle handle) {
    try {
      return Files.readString(Path.of("/proc", "" + handle.pid(), "cmdline"));
    } catch (IOException e) {
      return handle.info().commandLine().orElse("");
    }
  }
}
