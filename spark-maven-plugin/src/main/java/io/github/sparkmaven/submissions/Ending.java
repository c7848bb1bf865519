/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.process.RunningProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Ends one submission: spark-submit with all its descendants here, and what the cluster runs. */
final class Ending {
  private final Clusters clusters;
  private final Standing row;
  private final Optional<SparkVersion> spark;
  private final List<String> left = new ArrayList<>();
  private ApplicationState state = ApplicationState.KILLED;

  Ending(Clusters clusters, Standing row) {
    this.clusters = clusters;
    this.row = row;
    this.spark = row.page().flatMap(page -> LedgerTarget.spark(page.intent()));
  }

  /** Ends it; in cluster mode here and there at once. */
  Ending end() {
    Optional<Target> cluster = row.target().filter(target -> target.manager() != Manager.LOCAL);
    Optional<String> name = row.seen().application();
    if (cluster.isEmpty()) {
      endProcess();
      row.elsewhere().ifPresent(host -> remains(host.left(), Optional.empty()));
    } else if (name.isEmpty()) {
      endProcess();
      endUnnamed(cluster.get());
      // It may be submitting just now.
      row.elsewhere().ifPresent(host -> remains(host.left(), Optional.empty()));
    } else if (cluster.get().driverInCluster() || row.seen().process().isEmpty()) {
      CompletableFuture<Void> process = CompletableFuture.runAsync(this::endProcess);
      endOnCluster(cluster.get(), name.get());
      process.join();
    } else {
      endProcess();
      endIfAlive(cluster.get(), name.get());
    }
    return this;
  }

  /** Returns how it ended; true only where nothing is left. */
  ApplicationState state() {
    return state;
  }

  /** Returns what could not be ended, each with the command for it. */
  synchronized List<String> left() {
    return List.copyOf(left);
  }

  private void endProcess() {
    row.seen()
        .process()
        .filter(process -> !process.end())
        .map(RunningProcess::pid)
        .ifPresent(
            pid -> remains("the process " + pid + " did not end", Optional.of("kill -9 " + pid)));
  }

  /** Without its driver, an application of client mode ends by itself. */
  private void endIfAlive(Target target, String name) {
    if (clusters.report(target, spark, name).state().alive()) {
      endOnCluster(target, name);
    }
  }

  private void endOnCluster(Target target, String name) {
    ClusterClient.Kill kill = clusters.kill(target, spark, name);
    if (!kill.ended()) {
      remains(kill.said(), Optional.of(clusters.killCommand(target, spark, name)));
      return;
    }
    ApplicationReport report = clusters.report(target, spark, name);
    if (report.state() == ApplicationState.SUCCEEDED && target.driverInCluster()) {
      state = ApplicationState.SUCCEEDED;
    }
  }

  /** It may have got its name in the meantime. */
  private void endUnnamed(Target target) {
    ClusterClient.Search search = clusters.searchAgain(target, spark, row.project());
    search.found().stream()
        .filter(report -> report.tag().map(Tag::submission).filter(row.id()::equals).isPresent())
        .forEach(report -> endOnCluster(target, report.id()));
    if (!search.complete() && target.driverInCluster()) {
      remains(
          "the cluster may run it, and could not be searched: " + search.note(), Optional.empty());
    }
  }

  private synchronized void remains(String what, Optional<String> command) {
    String fix =
        command.filter(text -> !text.isEmpty()).map(text -> "; end it with: " + text).orElse("");
    left.add(what + fix);
  }

  @Override
  public String toString() {
    return row.id() + ": " + left().stream().collect(Collectors.joining("; "));
  }
}
