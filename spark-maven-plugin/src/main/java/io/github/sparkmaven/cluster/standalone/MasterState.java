/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the alive master shows at one moment.
 *
 * @param page the root of the web UI that answered
 * @param status the name of Spark's {@code RecoveryState}
 */
record MasterState(
    URI page,
    String status,
    List<DriverEntry> drivers,
    List<AppEntry> apps,
    List<WorkerEntry> workers) {
  private static final String STANDBY = "STANDBY";

  static MasterState of(URI page, Json json) {
    return new MasterState(
        page,
        json.text("status").orElse(""),
        Stream.concat(
                json.list("activedrivers").stream().map(entry -> DriverEntry.of(entry, true)),
                json.list("completeddrivers").stream().map(entry -> DriverEntry.of(entry, false)))
            .toList(),
        Stream.concat(
                json.list("activeapps").stream().map(entry -> AppEntry.of(entry, true)),
                json.list("completedapps").stream().map(entry -> AppEntry.of(entry, false)))
            .toList(),
        json.list("workers").stream().map(WorkerEntry::of).toList());
  }

  /** Says whether another master, or none yet, is the one to ask. */
  boolean standby() {
    return status.equals(STANDBY);
  }

  /** Says whether the master is finding out what went on before it took over. */
  boolean recovering() {
    return status.contains("RECOVER");
  }

  Optional<DriverEntry> driver(String id) {
    return drivers.stream().filter(driver -> driver.id().equals(id)).findFirst();
  }

  Optional<AppEntry> app(String id) {
    return apps.stream().filter(app -> app.id().equals(id)).findFirst();
  }

  Optional<WorkerEntry> worker(DriverEntry driver) {
    return driver.worker().flatMap(this::worker);
  }

  List<WorkerEntry> aliveWorkers() {
    return workers.stream().filter(WorkerEntry::alive).toList();
  }

  private Optional<WorkerEntry> worker(String id) {
    return workers.stream().filter(worker -> worker.id().equals(id)).findFirst();
  }
}
