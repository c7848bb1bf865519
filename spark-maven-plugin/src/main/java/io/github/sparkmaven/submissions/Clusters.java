/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.ClusterClients;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The managers that are asked, with one client each. What keeps one from being asked, a Spark home
 * that cannot be made for one, is an answer too: it must not hide the other submissions.
 */
final class Clusters implements AutoCloseable {
  private final ClusterClients clients;
  private final HomeJvms jvms;
  private final Map<Target, ClusterClient> open = new LinkedHashMap<>();
  private final Map<Target, Map<String, ClusterClient.Search>> searched = new LinkedHashMap<>();

  Clusters(ClusterClients clients, HomeJvms jvms) {
    this.clients = clients;
    this.jvms = jvms;
  }

  ApplicationReport report(Target target, Optional<SparkVersion> spark, String id) {
    return ask(
        target, spark, client -> client.report(id), why -> ApplicationReport.unknown(id, why));
  }

  /** Looks for what bears a project's tag; a target is searched but once. */
  ClusterClient.Search search(Target target, Optional<SparkVersion> spark, String project) {
    return searched
        .computeIfAbsent(target, any -> new LinkedHashMap<>())
        .computeIfAbsent(
            project,
            any ->
                ask(
                    target,
                    spark,
                    client -> client.search(project),
                    why -> new ClusterClient.Search(false, List.of(), why)));
  }

  /** Looks as if for the first time. */
  ClusterClient.Search searchAgain(Target target, Optional<SparkVersion> spark, String project) {
    searched.remove(target);
    return search(target, spark, project);
  }

  ClusterClient.Kill kill(Target target, Optional<SparkVersion> spark, String id) {
    return ask(target, spark, client -> client.kill(id), why -> new ClusterClient.Kill(false, why));
  }

  String logs(Target target, Optional<SparkVersion> spark, String id, Path file)
      throws IOException {
    return client(target, spark).logs(id, file);
  }

  String lookCommand(Target target, Optional<SparkVersion> spark, String id) {
    return ask(target, spark, client -> client.lookCommand(id), why -> "");
  }

  String killCommand(Target target, Optional<SparkVersion> spark, String id) {
    return ask(target, spark, client -> client.killCommand(id), why -> "");
  }

  private <T> T ask(
      Target target,
      Optional<SparkVersion> spark,
      Function<ClusterClient, T> question,
      Function<String, T> unasked) {
    try {
      return question.apply(client(target, spark));
    } catch (EnvironmentException | InputException e) {
      return unasked.apply(e.getMessage());
    }
  }

  private ClusterClient client(Target target, Optional<SparkVersion> spark) {
    return open.computeIfAbsent(
        target, any -> clients.open(target, jvms.of(target.manager(), spark)));
  }

  @Override
  public void close() {
    open.values().forEach(ClusterClient::close);
    open.clear();
  }
}
