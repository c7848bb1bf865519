/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.json.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * An application as the master's JSON shows it.
 *
 * @param state the name of Spark's {@code ApplicationState}
 * @param active whether it stands among the active ones
 * @param since when it registered
 * @param cores those granted
 * @param executorMib the heap of each executor
 */
record AppEntry(
    String id,
    String name,
    String state,
    boolean active,
    Optional<Instant> since,
    long cores,
    long executorMib) {

  static AppEntry of(Json json, boolean active) {
    return new AppEntry(
        json.text("id").orElse(""),
        json.text("name").orElse(""),
        json.text("state").orElse("UNKNOWN"),
        active,
        DriverEntry.since(json),
        json.number("cores").orElse(0),
        json.number("memoryperexecutor").orElse(0));
  }
}
