/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.registry.KnownKeys;
import java.util.List;
import java.util.Optional;

/**
 * What is to be explained.
 *
 * @param subject the job in its environment
 * @param keys the keys that the project's Spark knows
 * @param notes what the plan warns of
 * @param key the one key that is asked for
 * @param other what the configuration is compared with
 */
public record ExplainRequest(
    Subject subject,
    KnownKeys keys,
    List<String> notes,
    Optional<String> key,
    Optional<OtherConf> other) {

  /** Copies the notes. */
  public ExplainRequest {
    notes = List.copyOf(notes);
  }
}
