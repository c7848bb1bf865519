/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.ClusterClients;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.home.HomeJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A double of a manager: it holds applications, and notes what it is asked. */
final class FakeCluster implements ClusterClients {
  private final Map<String, ApplicationReport> applications = new TreeMap<>();
  final List<String> asked = new ArrayList<>();
  final List<Target> opened = new ArrayList<>();
  boolean reachable = true;
  boolean searchable = true;
  boolean obedient = true;
  int closed;
  Runnable afterSearch = () -> {};

  void holds(String id, ApplicationState state, String project, String submission) {
    applications.put(
        id,
        new ApplicationReport(
            id,
            state,
            OptionalInt.empty(),
            state == ApplicationState.WAITING ? "waits for 2 executors" : "",
            Optional.of(Instant.parse("2025-01-31T12:00:00Z")),
            Optional.empty(),
            project.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tag(project, submission, "content"))));
  }

  @Override
  public ClusterClient open(Target target, HomeJvm jvm) {
    opened.add(target);
    return new Client(target);
  }

  private final class Client implements ClusterClient {
    private final Target target;

    Client(Target target) {
      this.target = target;
    }

    @Override
    public ApplicationReport report(String id) {
      asked.add("report " + id);
      return reachable
          ? applications.getOrDefault(id, ApplicationReport.unknown(id, "not known here"))
          : ApplicationReport.unknown(id, "connection refused");
    }

    @Override
    public Kill kill(String id) {
      asked.add("kill " + id);
      if (!reachable || !obedient) {
        return new Kill(false, reachable ? "it is still RUNNING" : "connection refused");
      }
      Optional.ofNullable(applications.get(id))
          .filter(report -> report.state().alive())
          .ifPresent(
              report ->
                  applications.put(id, ApplicationReport.of(id, ApplicationState.KILLED, "")));
      return new Kill(true, "KILLED");
    }

    @Override
    public Search search(String project) {
      asked.add("search " + project);
      Search search = found(project);
      afterSearch.run();
      return search;
    }

    private Search found(String project) {
      return reachable && searchable
          ? new Search(
              true,
              applications.values().stream()
                  .filter(report -> report.state().alive())
                  .filter(
                      report ->
                          report.tag().filter(tag -> tag.project().equals(project)).isPresent())
                  .toList(),
              "")
          : new Search(false, List.of(), "it keeps no tags");
    }

    @Override
    public String logs(String id, Path file) throws IOException {
      if (!reachable) {
        throw new IOException("connection refused; run fake-logs " + id);
      }
      Files.writeString(file, "first\nsecond\nlast line of " + id + "\n");
      return "the whole log";
    }

    @Override
    public String lookCommand(String id) {
      return "fake-look " + target.master() + " " + id;
    }

    @Override
    public String killCommand(String id) {
      return "fake-kill " + target.master() + " " + id;
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
