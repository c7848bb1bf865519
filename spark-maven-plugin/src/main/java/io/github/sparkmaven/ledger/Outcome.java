/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has become of a submission, as far as it is known.
 *
 * @param state in lower case: {@code intended}, {@code waiting}, {@code running}, {@code
 *     succeeded}, {@code failed}, {@code killed}, {@code unknown}
 * @param message what a person should know of it; empty where there is nothing to say
 * @param applicationId Spark's name of the application
 * @param clusterId the manager's name where that is another: {@code driver-…}, {@code
 *     namespace:pod}
 * @param ui the address of the driver's web UI
 * @param process the process id of spark-submit on this machine
 * @param processStarted when that process started, so that a later one of the same id is told apart
 */
public record Outcome(
    String state,
    String message,
    Optional<String> applicationId,
    Optional<String> clusterId,
    Optional<String> ui,
    Optional<Long> process,
    Optional<Instant> processStarted,
    Optional<Instant> ended) {
  /** The state of what has ended well. */
  public static final String SUCCEEDED = "succeeded";

  /** The state of what has failed. */
  public static final String FAILED = "failed";

  /** The state of what somebody has ended. */
  public static final String KILLED = "killed";

  /** The state of what nobody can tell of. */
  public static final String UNKNOWN = "unknown";

  private static final List<String> ENDS = List.of(FAILED, KILLED, SUCCEEDED);

  /** What holds before anything was started. */
  public static final Outcome INTENDED =
      new Outcome(
          "intended",
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Says whether the submission is known to have ended. */
  public boolean hasEnded() {
    return ENDS.contains(state);
  }

  /** Returns the outcome with another state and message, and all else as it is. */
  public Outcome with(String otherState, String otherMessage) {
    return new Outcome(
        otherState, otherMessage, applicationId, clusterId, ui, process, processStarted, ended);
  }

  /**
   * Returns what is known when this is learnt after an earlier outcome. A known end is not replaced
   * by what is none, nor {@code succeeded} by another end, nor {@code killed} by the failure that a
   * kill looks like from outside; a name or an address, once known, is not forgotten.
   */
  public Outcome after(Outcome earlier) {
    Outcome word = ENDS.indexOf(state) < ENDS.indexOf(earlier.state) ? earlier : this;
    return new Outcome(
        word.state,
        word.message,
        applicationId.or(earlier::applicationId),
        clusterId.or(earlier::clusterId),
        ui.or(earlier::ui),
        process.or(earlier::process),
        process.isPresent() ? processStarted : earlier.processStarted,
        word.ended.or(earlier::ended));
  }
}
