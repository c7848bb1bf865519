/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import io.github.sparkmaven.conf.SparkVersion;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys that a Spark version knows.
 *
 * @param keys the known keys
 * @param prefixes beginnings, each with a dot at its end, below which any key is accepted
 * @param retired the keys that Spark has deprecated or removed
 */
public record KeyRegistry(
    Map<String, KeyEntry> keys, Set<String> prefixes, Map<String, RetiredKey> retired) {

  /** Copies the maps. */
  public KeyRegistry {
    keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    prefixes = Collections.unmodifiableSet(new TreeSet<>(prefixes));
    retired = Collections.unmodifiableMap(new TreeMap<>(retired));
  }

  /**
   * Returns the keys of the jars of a Spark, read from the cache where they have been read before,
   * together with the documented keys that no jar defines.
   *
   * @param version the Spark
   * @param jars its modules that the project uses
   * @param cacheFolder the plugin's cache folder
   */
  public static KeyRegistry of(SparkVersion version, List<Path> jars, Path cacheFolder) {
    Path file = KeyRegistryFile.path(version, jars, cacheFolder);
    Optional<KeyRegistry> cached = KeyRegistryFile.read(file);
    // One reading of the jars serves all who ask.
    return DocumentedKeys.addedTo(
        cached.orElseGet(() -> KnownKeys.readAndKeep(version, jars, cacheFolder).registry()));
  }

  /** Returns the entry of a key. */
  public Optional<KeyEntry> find(String key) {
    return Optional.ofNullable(keys.get(key));
  }

  /** Says whether any key is accepted here because of how it begins. */
  public boolean isBelowPrefix(String key) {
    return prefixes.stream()
        .anyMatch(prefix -> key.startsWith(prefix) && key.length() > prefix.length());
  }
}
