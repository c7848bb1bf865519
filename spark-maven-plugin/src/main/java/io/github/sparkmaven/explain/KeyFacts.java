/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.registry.KeyDetails;
import io.github.sparkmaven.conf.registry.KnownKeys;
import io.github.sparkmaven.conf.registry.RetiredKey;
import java.util.List;
import java.util.Optional;

/**
 * What Spark says of a key.
 *
 * @param documentation Spark's own sentences on it; may be empty
 * @param since the Spark version that brought it; may be empty
 * @param olderNames names that Spark reads where this one is not set
 * @param newerName the name that Spark reads first, where this one is older
 * @param retired how it is deprecated or removed; may be empty
 * @param internal whether Spark keeps it out of its documentation
 */
public record KeyFacts(
    String documentation,
    String since,
    List<String> olderNames,
    Optional<String> newerName,
    String retired,
    boolean internal) {

  /** Copies the names. */
  public KeyFacts {
    olderNames = List.copyOf(olderNames);
  }

  static KeyFacts of(String key, KnownKeys keys) {
    Optional<KeyDetails> details = keys.details(key);
    return new KeyFacts(
        details.map(KeyDetails::documentation).orElse(""),
        details.map(KeyDetails::since).orElse(""),
        details.map(KeyDetails::olderNames).orElse(List.of()),
        keys.newerName(key),
        Optional.ofNullable(keys.registry().retired().get(key)).map(KeyFacts::retired).orElse(""),
        details.map(KeyDetails::internal).orElse(false));
  }

  private static String retired(RetiredKey key) {
    String how = key.refusedUnless().isPresent() ? "removed in" : "deprecated since";
    return (how + " Spark " + key.since() + ". " + key.advice()).strip();
  }
}
