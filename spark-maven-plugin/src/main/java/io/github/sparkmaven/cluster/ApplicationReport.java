/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a manager reports of an application at one moment.
 *
 * @param id the manager's name of it: {@code application_…} on YARN, {@code driver-…} or {@code
 *     app-…} on standalone, {@code namespace:pod} on Kubernetes, the process id in local mode
 * @param exitCode the driver's, where the manager knows it
 * @param detail what the manager says beside the state: its diagnosis, what is waited for, or why
 *     nobody can tell; empty where there is nothing to say
 * @param since when it was submitted, where the manager knows it
 * @param ui the driver's web UI, to be read under {@code /api/v1/applications}, where there is one
 * @param tag what we marked it with, where the manager keeps that
 */
public record ApplicationReport(
    String id,
    ApplicationState state,
    OptionalInt exitCode,
    String detail,
    Optional<Instant> since,
    Optional<URI> ui,
    Optional<Tag> tag) {

  /** Returns a report that has a state and a word on it. */
  public static ApplicationReport of(String id, ApplicationState state, String detail) {
    return new ApplicationReport(
        id,
        state,
        OptionalInt.empty(),
        detail,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns what is reported of what the manager has no trace of. */
  public static ApplicationReport gone(String id, String why) {
    return of(id, ApplicationState.GONE, why);
  }

  /** Returns what is reported where nobody can tell. */
  public static ApplicationReport unknown(String id, String why) {
    return of(id, ApplicationState.UNKNOWN, why);
  }
}
