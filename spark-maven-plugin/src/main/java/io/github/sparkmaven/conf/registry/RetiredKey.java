/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.Optional;

/**
 * A key that Spark has deprecated or removed.
 *
 * @param key the whole key
 * @param since the Spark version that did so
 * @param advice Spark's own words on what to do instead; may be empty
 * @param refusedUnless for a removed key, the only value with which Spark still accepts it; empty
 *     for a key that Spark goes on reading, or ignores with a warning
 */
public record RetiredKey(String key, String since, String advice, Optional<String> refusedUnless) {

  /** Makes the advice one line. */
  public RetiredKey {
    advice = advice.strip().replaceAll("\\s+", " ");
  }
}
