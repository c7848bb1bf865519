/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.json.Json;
import java.net.URI;
import java.util.Optional;

/**
 * A worker as the master's JSON shows it.
 *
 * @param alive whether it takes work
 * @param lost whether the master hears of it no more
 * @param page the root of its web UI
 */
record WorkerEntry(
    String id,
    String host,
    boolean alive,
    boolean lost,
    Optional<URI> page,
    long cores,
    long coresFree,
    long memoryMib,
    long memoryFreeMib) {

  static WorkerEntry of(Json json) {
    return new WorkerEntry(
        json.text("id").orElse(""),
        json.text("host").orElse("?"),
        json.text("state").filter("ALIVE"::equals).isPresent(),
        json.text("state").filter("DEAD"::equals).isPresent(),
        json.text("webuiaddress").filter(page -> page.startsWith("http")).map(URI::create),
        json.number("cores").orElse(0),
        json.number("coresfree").orElse(0),
        json.number("memory").orElse(0),
        json.number("memoryfree").orElse(0));
  }

  boolean couldHold(long cores, long memoryMib) {
    return this.cores >= cores && this.memoryMib >= memoryMib;
  }

  boolean hasRoom(long cores, long memoryMib) {
    return coresFree >= cores && memoryFreeMib >= memoryMib;
  }
}
