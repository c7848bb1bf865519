/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.time.Duration;

/**
 * How often a submission is looked after, and how long silence is borne.
 *
 * @param askEvery between two questions to the manager
 * @param lookEvery between two looks at what is known by now
 * @param forManager how long the manager may be silent after the client has ended
 * @param forManagerAfterClient the same, where the client has already told how it ended
 * @param beforeAsking a driver that runs here is asked about only when it has been waiting for so
 *     long
 * @param forClientAfterEnd how long a client may take to notice that the application has ended
 * @param forClientAfterGone how long a client is waited for while the manager answers that there is
 *     no trace of the application
 */
record Patience(
    Duration askEvery,
    Duration lookEvery,
    Duration forManager,
    Duration forManagerAfterClient,
    Duration beforeAsking,
    Duration forClientAfterEnd,
    Duration forClientAfterGone) {
  /** What a build has. */
  static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(1),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(3),
          Duration.ofSeconds(30));
}
