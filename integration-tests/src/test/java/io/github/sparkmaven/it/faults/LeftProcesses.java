/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The processes that builds leave on this machine, whatever language they speak. */
final class LeftProcesses {
  private static final String INTERPRETERS =
      Path.of(System.getProperty("faults.cache"), "python").toString();

  /** Each build is the leader of a session, in which all stay that it starts. */
  private final Set<Long> sessions = new HashSet<>();

  void add(MavenBuild build) {
    sessions.add(build.process().pid());
  }

  /**
   * Names those that are alive.
   *
   * @param submissions a folder that command lines of the builds' drivers name
   */
  Stream<String> alive(String submissions) {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                sessions.contains(session(process))
                    || command(process).contains(submissions)
                    || isOrphanedWorker(process))
        .map(process -> "process " + process.pid() + " " + command(process));
  }

  /** A worker's daemon is to end with its executor, on whatever node that was. */
  private static boolean isOrphanedWorker(ProcessHandle process) {
    String command = command(process);
    return command.contains("pyspark")
        && command.contains(INTERPRETERS)
        && process.parent().filter(parent -> parent.pid() > 1).isEmpty();
  }

  private static String command(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  /** The fourth field behind the name, which stands in parentheses (proc(5)). */
  private static long session(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      // What has ended and was not waited for does nothing any more.
      return fields[0].equals("Z") ? 0 : Long.parseLong(fields[3]);
    } catch (IOException e) {
      // It has ended just now.
      return 0;
    }
  }
}
