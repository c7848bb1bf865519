/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import java.util.List;

/**
 * How the explained configuration differs from another.
 *
 * @param other what it was compared with
 * @param differences what differs, in the order of the keys
 * @param same how many keys have the same value on both sides
 * @param defaults how many keys one side alone sets, to Spark's own default
 * @param ofTheRun how many keys of the other were left out, for a run sets them itself
 * @param secrets the keys that cannot be compared, for the other side shows no secrets
 */
public record Comparison(
    String other,
    List<Difference> differences,
    int same,
    int defaults,
    int ofTheRun,
    List<String> secrets) {

  /** Copies the lists. */
  public Comparison {
    differences = List.copyOf(differences);
    secrets = List.copyOf(secrets);
  }
}
