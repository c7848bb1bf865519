/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.SparkVersion;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of a job in an environment, explained; it holds no secrets.
 *
 * @param spark the Spark that reads it
 * @param environment the environment's name
 * @param job the job's name, where the POM has several
 * @param keys the keys that are set, in order; where one key was asked for, that one alone
 * @param asked what Spark says of the key that was asked for
 * @param comparison how it differs from another configuration, where one was asked for
 * @param warnings what defeats a lower layer, what is set in vain, and what the plan warns of
 */
public record Explanation(
    SparkVersion spark,
    String environment,
    Optional<String> job,
    List<ExplainedKey> keys,
    Optional<KeyFacts> asked,
    Optional<Comparison> comparison,
    List<String> warnings) {

  /** Copies the lists. */
  public Explanation {
    keys = List.copyOf(keys);
    warnings = List.copyOf(warnings);
  }
}
