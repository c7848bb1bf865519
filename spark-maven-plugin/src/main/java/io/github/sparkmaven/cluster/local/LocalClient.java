/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.local;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.cluster.local.LocalProcesses.Found;
import io.github.sparkmaven.cluster.local.LocalProcesses.LocalProcess;
import io.github.sparkmaven.process.ProcessTree;
import io.github.sparkmaven.process.RunningProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Local mode: the driver is a process of this machine, and its id is the process id.
 *
 * <p>A process is taken for a driver only if its command line is spark-submit's, because the system
 * gives the id of an ended process to another.
 */
public final class LocalClient implements ClusterClient {
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  private final String master;
  private final LocalProcesses processes;

  /** Asks about a target. */
  public LocalClient(Target target) {
    this(target, new LocalProcesses());
  }

  LocalClient(Target target, LocalProcesses processes) {
    this.master = target.master();
    this.processes = processes;
  }

  @Override
  public ApplicationReport report(String id) {
    Optional<ProcessHandle> alive = handle(id).filter(RunningProcess::runs);
    if (alive.isEmpty()) {
      return ApplicationReport.unknown(
          id,
          "the process " + id + " has ended, and its exit code is known only to what started it");
    }
    if (processes.shown(alive.get()) && !processes.submits(alive.get())) {
      return ApplicationReport.unknown(
          id, "the driver has ended: the process " + id + " is no spark-submit now");
    }
    return running(id, alive.get().info().startInstant(), Optional.empty());
  }

  @Override
  public Kill kill(String id) {
    Optional<ProcessHandle> alive = handle(id).filter(RunningProcess::runs);
    if (alive.isEmpty()) {
      return new Kill(true, "the process " + id + " had ended before");
    }
    if (!processes.submits(alive.get())) {
      return processes.shown(alive.get())
          ? new Kill(true, "the driver had ended before: the process " + id + " is no spark-submit")
          : new Kill(
              false, "the system does not show whether the process " + id + " is spark-submit");
    }
    return ProcessTree.end(alive.get())
        ? new Kill(true, "the process " + id + " and all that it started have ended")
        : new Kill(false, "the process " + id + " does not end");
  }

  /** Looks for spark-submits of this machine whose properties file bears the project's tag. */
  @Override
  public Search search(String project) {
    Found all = processes.all();
    List<ApplicationReport> found = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    for (LocalProcess process : all.processes()) {
      Optional<Tag> tag = LocalProcesses.tag(process);
      String id = String.valueOf(process.pid());
      if (tag.filter(it -> it.project().equals(project)).isPresent()) {
        found.add(running(id, process.started(), tag));
      } else if (tag.isEmpty() && mayBeOurs(process)) {
        doubts.add("the process " + id + " whose " + process.propertiesFile() + " is gone");
      }
    }
    if (!all.complete()) {
      doubts.add("Java processes whose arguments the system does not show");
    }
    String note =
        doubts.isEmpty() ? "" : "whose these are cannot be told: " + String.join(", ", doubts);
    return new Search(doubts.isEmpty(), found, note);
  }

  @Override
  public String logs(String id, Path file) throws IOException {
    throw new IOException(
        "the process "
            + id
            + " writes to what started it ("
            + master
            + "): its log is the one that was written there");
  }

  @Override
  public String lookCommand(String id) {
    return "ps -fp " + id;
  }

  @Override
  public String killCommand(String id) {
    return "kill " + id;
  }

  @Override
  public void close() {}

  /** The properties file of somebody else's spark-submit lies elsewhere. */
  private static boolean mayBeOurs(LocalProcess process) {
    Path file = process.propertiesFile();
    return !Files.isReadable(file) && file.getNameCount() > 2 && inSubmissions(file);
  }

  private static boolean inSubmissions(Path file) {
    return file.getName(file.getNameCount() - 3).toString().equals("submissions");
  }

  private static Optional<ProcessHandle> handle(String id) {
    return ID.matcher(id).matches() ? ProcessHandle.of(Long.parseLong(id)) : Optional.empty();
  }

  private static ApplicationReport running(String id, Optional<Instant> since, Optional<Tag> tag) {
    Optional<URI> ui = Optional.empty();
    return new ApplicationReport(
        id, ApplicationState.RUNNING, OptionalInt.empty(), "", since, ui, tag);
  }
}
