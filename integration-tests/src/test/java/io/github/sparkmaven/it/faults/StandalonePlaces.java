/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import io.github.sparkmaven.it.StandaloneCluster;
import io.github.sparkmaven.it.StandaloneSetup;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Real standalone clusters of two workers, one for each Spark version. */
final class StandalonePlaces implements Places {
  // A row that ends one of the cluster's daemons has a cluster of its own.
  private static final List<String> DESTRUCTIVE = List.of("worker killed", "master gone");

  private final Path work;
  private final Map<String, StandaloneCluster> clusters = new HashMap<>();

  StandalonePlaces(Path work) {
    this.work = work;
  }

  @Override
  public Place of(Fault fault, FaultJob job) throws IOException, InterruptedException {
    String own = DESTRUCTIVE.contains(fault.name()) ? fault.toString() : "";
    String key = fault.spark() + own;
    StandaloneCluster cluster = clusters.get(key);
    if (cluster == null) {
      cluster = start(job.home(fault.place(), LOOPBACK));
      clusters.put(key, cluster);
    }
    return place(fault, cluster);
  }

  private StandaloneCluster start(Path home) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(Files.createDirectories(work), "standalone");
    return StandaloneCluster.start(
        StandaloneSetup.ofHome(home, folder).withWorkers(2, 2, "3g").withRest());
  }

  private static Place place(Fault fault, StandaloneCluster cluster) {
    String url = fault.place().endsWith("-rest") ? cluster.restUrl().orElseThrow() : cluster.url();
    List<String> arguments = new ArrayList<>(List.of("-Dspark.master=" + url));
    cluster.settings().forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    return new Place(arguments, LOOPBACK, () -> known(cluster), cluster::killMaster);
  }

  /** A master that a row has ended knows nothing any more. */
  private static List<String> known(StandaloneCluster cluster) throws IOException {
    try {
      return alive(cluster);
    } catch (ConnectException e) {
      return List.of();
    }
  }

  private static List<String> alive(StandaloneCluster cluster) throws IOException {
    List<String> alive = new ArrayList<>();
    for (Map<String, String> driver : cluster.drivers()) {
      if (List.of("RUNNING", "SUBMITTED").contains(driver.get("state"))) {
        alive.add(driver.toString());
      }
    }
    int applications = cluster.activeApplications();
    return applications == 0 ? alive : List.of(alive + " and " + applications + " applications");
  }

  @Override
  public void close() {
    clusters.values().forEach(StandaloneCluster::close);
  }
}
