/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A driver as the master's JSON shows it.
 *
 * @param state the name of Spark's {@code DriverState}
 * @param active whether it stands among the active ones
 * @param since when it was submitted
 * @param worker the id of the worker that runs or ran it
 */
record DriverEntry(
    String id,
    String state,
    boolean active,
    Optional<Instant> since,
    long cores,
    long memoryMib,
    Optional<String> worker,
    String mainClass) {
  private static final String NO_WORKER = "None";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  static DriverEntry of(Json json, boolean active) {
    return new DriverEntry(
        json.text("id").orElse(""),
        json.text("state").orElse("UNKNOWN"),
        active,
        since(json),
        json.number("cores").orElse(0),
        json.number("memory").orElse(0),
        json.text("worker").filter(worker -> !worker.equals(NO_WORKER)),
        json.text("mainclass").orElse("?"));
  }

  /** Reads {@code starttime}, which is a text for drivers and a number for applications. */
  static Optional<Instant> since(Json json) {
    return json.text("starttime")
        .filter(time -> NUMBER.matcher(time).matches())
        .map(time -> Instant.ofEpochMilli(Long.parseLong(time)));
  }
}
