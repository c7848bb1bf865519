/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.List;

/**
 * What is said of keys that are no errors.
 *
 * @param unverified the keys that the registry can say nothing of, in the order in which they came
 * @param warnings what Spark will ignore, and what it calls deprecated; a sentence each
 */
public record KeyFindings(List<String> unverified, List<String> warnings) {

  /** Copies the lists. */
  public KeyFindings {
    unverified = List.copyOf(unverified);
    warnings = List.copyOf(warnings);
  }
}
