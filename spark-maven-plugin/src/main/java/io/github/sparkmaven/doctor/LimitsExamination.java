/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at what the operating system allows this user's processes. */
record LimitsExamination(DoctorRequest request, Surroundings surroundings) implements Examination {
  private static final String FILES = "open-files";
  private static final String PROCESSES = "processes";
  // A home has 202 (3.5.5) to 257 (4.1.0) jars, which the JVM keeps open; beside them its own
  // files. Measured at rest with 3.5.5: 182 to 230.
  private static final long OF_JVM = 300;
  // BypassMergeSortShuffleWriter opens a file for each partition in every task at the same time,
  // up to spark.shuffle.sort.bypassMergeThreshold of them.
  private static final long BYPASS_THRESHOLD = 200;
  // Threads count as processes. Measured: 76 of a local session on 2 cores, 92 on 8, with 3.5.5;
  // Maven, forked tests and the rest of this user's programs have theirs beside.
  private static final long FEW_PROCESSES = 512;

  @Override
  public String id() {
    return FILES;
  }

  @Override
  public List<Finding> findings() throws IOException {
    if (!request.project().drivesHere()) {
      return List.of();
    }
    // A JVM raises its own limit of open files to the hard one (MaxFDLimit of HotSpot), and leaves
    // that of processes as it is.
    return Stream.of(
            limit("Max open files", 2, "ulimit -Hn").map(this::files),
            limit("Max processes", 1, "ulimit -Su").map(this::processes))
        .flatMap(Optional::stream)
        .toList();
  }

  private Finding files(long limit) {
    long needed = needed();
    String what =
        "a process may open " + (limit == Long.MAX_VALUE ? "any number of" : limit) + " files";
    return limit >= needed
        ? Finding.ok(FILES, what)
        : Finding.warning(
            FILES,
            what + ", and a driver here may need " + needed,
            "A shuffle ends with FileNotFoundException (Too many open files): jars and sockets take "
                + OF_JVM
                + ", and "
                + filesOfWork(),
            "ulimit -n 65536 before Maven; for good, nofile in /etc/security/limits.conf, or docker"
                + " run --ulimit nofile=65536");
  }

  private long needed() {
    return OF_JVM + (isLocal() ? cores() * BYPASS_THRESHOLD : executors());
  }

  private String filesOfWork() {
    return isLocal()
        ? "each of "
            + cores()
            + " tasks a file for each of up to "
            + BYPASS_THRESHOLD
            + " partitions (spark.shuffle.sort.bypassMergeThreshold)."
        : "each of " + executors() + " executors a connection.";
  }

  private boolean isLocal() {
    return request.project().manager() == Manager.LOCAL;
  }

  private long cores() {
    return layout().map(layout -> layout.size().cores()).orElse(1);
  }

  private long executors() {
    return layout().map(Layout::grantedExecutors).orElse(0);
  }

  private Optional<Layout> layout() {
    return request.project().plan().map(plan -> plan.tuning().layout());
  }

  private Finding processes(long limit) {
    String what =
        "this user may have "
            + (limit == Long.MAX_VALUE ? "any number of" : limit)
            + " processes and threads";
    return limit >= FEW_PROCESSES
        ? Finding.ok(PROCESSES, what)
        : Finding.warning(
            PROCESSES,
            what,
            "A driver has about 100 threads, and all of this user's programs count: OutOfMemoryError,"
                + " unable to create native thread.",
            "ulimit -u 4096 before Maven; for good, nproc in /etc/security/limits.conf");
  }

  /** Linux tells of this very process; elsewhere a shell does. */
  private Optional<Long> limit(String name, int column, String command) throws IOException {
    Path file = surroundings.root().resolve("proc/self/limits");
    if (Files.isReadable(file)) {
      Matcher line =
          Pattern.compile("(?m)^" + name + "\\s+(\\S+)\\s+(\\S+)").matcher(Files.readString(file));
      return line.find() ? number(line.group(column)) : Optional.empty();
    }
    List<String> said = surroundings.commands().run(List.of("sh", "-c", command)).lines();
    return said.isEmpty() ? Optional.empty() : number(said.get(0));
  }

  private static Optional<Long> number(String text) {
    String given = text.strip();
    if (given.equals("unlimited")) {
      return Optional.of(Long.MAX_VALUE);
    }
    return given.matches("\\d{1,18}") ? Optional.of(Long.parseLong(given)) : Optional.empty();
  }
}
