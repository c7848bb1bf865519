/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.List;
import java.util.Set;

/**
 * The keys that pass unseen: those that the user allows, and those of well-known libraries.
 *
 * @param patterns keys, or beginnings of keys with {@code *} at their end
 */
record AllowedKeys(Set<String> patterns) {
  // Each is the namespace that the library's own documentation gives. They would pass anyway as
  // unknown; here they are also kept from being taken for a misspelt key of Spark.
  private static final List<String> LIBRARIES =
      List.of(
          "spark.cassandra.",
          "spark.celeborn.",
          "spark.comet.",
          "spark.cosmos.",
          "spark.databricks.",
          "spark.delta.",
          "spark.es.",
          "spark.gluten.",
          "spark.hoodie.",
          "spark.iceberg.",
          "spark.mongodb.",
          "spark.neo4j.",
          "spark.openlineage.",
          "spark.paimon.",
          "spark.rapids.",
          "spark.redis.",
          "spark.sedona.",
          "spark.snowflake.",
          "spark.synapse.");

  AllowedKeys {
    patterns = Set.copyOf(patterns);
  }

  /** Says whether the user allows a key. */
  boolean byUser(String key) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.endsWith("*")
                    ? key.startsWith(pattern.substring(0, pattern.length() - 1))
                    : key.equals(pattern));
  }

  /** Says whether a key belongs to a library that is known. */
  static boolean byLibrary(String key) {
    return LIBRARIES.stream().anyMatch(key::startsWith);
  }
}
