/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.cluster.Target;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Spark's own master, asked over HTTP.
 *
 * <p>Its web UI's JSON shows drivers, applications and workers; its submission server, off by
 * default before Spark 4.1, knows drivers alone, and stands in where the web UI does not answer.
 * Ids are of drivers ({@code driver-…}, cluster mode) or of applications ({@code app-…}, client
 * mode).
 */
public final class StandaloneClient implements ClusterClient {
  private static final Duration END_WITHIN = Duration.ofSeconds(8);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]+");

  private final String master;
  private final MasterAddresses addresses;
  private final MasterPages masters;
  private final SubmissionServers servers;
  private final AppPages pages;
  private final WorkerLogs logs;
  private final Reports reports;
  private final Duration patience;

  /** Asks about a target. */
  public StandaloneClient(Target target) {
    this(target, new Http(), END_WITHIN);
  }

  StandaloneClient(Target target, Http http, Duration patience) {
    this.master = target.master();
    this.addresses = MasterAddresses.of(target);
    this.masters = new MasterPages(addresses.ui(), http);
    this.servers = new SubmissionServers(addresses.rest(), http);
    this.pages = new AppPages(http);
    this.logs = new WorkerLogs(http);
    this.reports = new Reports(servers, pages);
    this.patience = patience;
  }

  @Override
  public ApplicationReport report(String id) {
    if (!ID.matcher(id).matches()) {
      return ApplicationReport.unknown(id, "no driver or application of Spark has such an id");
    }
    MasterPages.Asked asked = masters.ask();
    return asked
        .state()
        .map(state -> report(state, id))
        .orElseGet(() -> reportOverRest(id, asked.why()));
  }

  private ApplicationReport report(MasterState state, String id) {
    Optional<ApplicationReport> driver = state.driver(id).map(it -> reports.driver(state, it));
    return driver
        .or(() -> state.app(id).map(it -> reports.app(state, it)))
        .orElseGet(
            () ->
                ApplicationReport.unknown(
                    id,
                    MasterPages.json(state.page())
                        + " does not know it: the master keeps what has ended only for a while"
                        + " (spark.deploy.retainedDrivers, spark.deploy.retainedApplications), and"
                        + " nothing over a restart without recovery"));
  }

  private ApplicationReport reportOverRest(String id, List<String> silent) {
    SubmissionServers.Said said = servers.status(id);
    if (said.success()) {
      return reports.driver(id, said);
    }
    List<String> why = new ArrayList<>(silent);
    why.addAll(said.why());
    said.address()
        .ifPresent(
            address -> why.add(SubmissionServers.statusOf(address, id) + ": it does not know it"));
    return ApplicationReport.unknown(id, "no master can tell: " + String.join("; ", why));
  }

  @Override
  public Kill kill(String id) {
    return ID.matcher(id).matches()
        ? new KillOrder(masters, servers, id, patience).run()
        : new Kill(false, "no driver or application of Spark has such an id");
  }

  @Override
  public Search search(String project) {
    MasterPages.Asked asked = masters.ask();
    return asked
        .state()
        .map(state -> new ProjectSearch(state, project, pages, logs, reports).run())
        .orElseGet(
            () ->
                new Search(
                    false, List.of(), "no master can be asked: " + String.join("; ", asked.why())));
  }

  @Override
  public String logs(String id, Path file) throws IOException {
    MasterPages.Asked asked = masters.ask();
    if (asked.state().isEmpty()) {
      throw new IOException("no master can be asked: " + String.join("; ", asked.why()));
    }
    MasterState state = asked.state().get();
    Optional<DriverEntry> driver = state.driver(id);
    if (driver.isEmpty()) {
      throw new IOException(
          state.app(id).isPresent()
              ? id
                  + " is an application of client mode, or of another driver: its driver's log is"
                  + " where spark-submit ran"
              : MasterPages.json(state.page()) + " does not know " + id);
    }
    Optional<WorkerEntry> worker = state.worker(driver.get());
    if (worker.isEmpty()) {
      throw new IOException(
          driver.get().worker().isEmpty()
              ? "no worker has taken " + id + ", so it has no log"
              : "the worker of "
                  + id
                  + " is gone ("
                  + driver.get().worker().get()
                  + "): the log may still be on its host, in the worker's folder work/"
                  + id);
    }
    return write(state, worker.get(), id, file);
  }

  private String write(MasterState state, WorkerEntry worker, String id, Path file)
      throws IOException {
    try (Writer to = Files.newBufferedWriter(file)) {
      to.write("==== stderr of " + id + " ====\n");
      long errors = logs.copy(state, worker, id, "stderr", to);
      to.write("\n==== stdout of " + id + " ====\n");
      long output = logs.copy(state, worker, id, "stdout", to);
      return "the driver's standard error ("
          + errors
          + " bytes) and output ("
          + output
          + " bytes), from its worker on "
          + worker.host();
    } catch (IOException e) {
      throw new IOException(
          e.getMessage()
              + "; the log is on "
              + worker.host()
              + ", in the worker's folder work/"
              + id,
          e);
    }
  }

  @Override
  public String lookCommand(String id) {
    return "curl -s " + MasterPages.json(masters.likely());
  }

  @Override
  public String killCommand(String id) {
    String kind = id.startsWith("app-") ? "app" : "driver";
    Optional<URI> page = masters.answered();
    if (kind.equals("app") || page.isPresent()) {
      String form = "id=" + id + "&terminate=true";
      return "curl -s -d '" + form + "' " + page.orElseGet(masters::likely) + "/" + kind + "/kill/";
    }
    return addresses.rpc()
        ? "\"$SPARK_HOME/bin/spark-class\" org.apache.spark.deploy.Client kill " + master + " " + id
        : "curl -s -X POST " + servers.firstKillOf(id);
  }

  @Override
  public void close() {}
}
