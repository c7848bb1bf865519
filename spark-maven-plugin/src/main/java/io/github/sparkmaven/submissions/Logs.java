/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.ClusterClients;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The logs goal: where the driver's log is, fetched from the cluster where the driver runs there.
 */
public final class Logs {
  private final ClusterClients clients;
  private final Clock clock;

  /** Asks live managers through clients. */
  public Logs(ClusterClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * Finds the log of the named submission, else of the one that is alive, else of the latest.
   *
   * @param lines how many of its last lines are wanted
   * @throws InputException if no submission is known, or it has left no log
   * @throws EnvironmentException if the log cannot be fetched or read; the message says how to get
   *     it
   */
  public LogsResult run(SubmissionsRequest request, int lines) {
    try (Clusters clusters = new Clusters(clients, request.jvms())) {
      Survey survey = new Survey(request, clusters, clock);
      Standing row = chosen(survey, request);
      Optional<Target> cluster = row.target().filter(Target::driverInCluster);
      if (cluster.isPresent()) {
        Path file = place(row, request);
        String said = fetch(row, cluster.get(), clusters, file);
        return new LogsResult(row.id(), file, said, tail(file, lines), survey.notes());
      }
      Path file = local(row);
      return new LogsResult(row.id(), file, "the driver's log", tail(file, lines), survey.notes());
    }
  }

  private static Standing chosen(Survey survey, SubmissionsRequest request) {
    Optional<String> name = request.submission();
    return name.isPresent()
        ? Choice.named(survey, request.parameter(), name.get())
        : Choice.latest(survey.all(), request)
            .orElseThrow(
                () ->
                    new InputException(
                        "ledger",
                        "no submission of this project is known in " + request.ledger(),
                        "Submit with mvn package spark:submit, or name an application of the"
                            + " cluster with "
                            + request.parameter()));
  }

  /** What spark-submit itself wrote on this machine is another log, and is kept. */
  private static Path place(Standing row, SubmissionsRequest request) {
    String folder = row.id().replaceAll("[^A-Za-z0-9_.-]", "-");
    return new Ledger(request.ledger()).folder(folder).resolve("cluster-driver.log");
  }

  private static String fetch(Standing row, Target target, Clusters clusters, Path file) {
    Optional<SparkVersion> spark = row.page().flatMap(page -> LedgerTarget.spark(page.intent()));
    String name =
        row.seen()
            .application()
            .orElseThrow(
                () ->
                    new InputException(
                        row.id(),
                        "the cluster has not given it a name, and so there is no driver's log",
                        row.log().map(log -> "Look at " + log).orElse("Wait for it to start")));
    try {
      Files.createDirectories(file.getParent());
      return clusters.logs(target, spark, name, file);
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot fetch the driver's log of " + name + ": " + e.getMessage(), e);
    }
  }

  private static Path local(Standing row) {
    Path file =
        row.log()
            .orElseThrow(
                () ->
                    new InputException(
                        row.id(),
                        "its driver runs in client mode, and the ledger does not know of it",
                        "Look on the machine that submitted it"));
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          row.id(),
          "its log " + file + " is not there",
          row.elsewhere()
              .map(host -> "Look for it on the machine " + host.name())
              .orElse("It was moved, or mvn clean deleted it"));
    }
    return file;
  }

  private static List<String> tail(Path file, int lines) {
    try {
      return Tail.of(file, lines);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + file + ": " + e, e);
    }
  }
}
