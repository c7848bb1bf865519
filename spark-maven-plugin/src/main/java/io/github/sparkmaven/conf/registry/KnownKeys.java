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

/**
 * The keys that a Spark version knows, with what its code says of each; for goals that explain.
 *
 * @param registry the keys
 * @param details what is said of the entries that Spark defines, by key
 */
public record KnownKeys(KeyRegistry registry, Map<String, KeyDetails> details) {

  /** Copies the details. */
  public KnownKeys {
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /** Returns what is known where Spark's jars cannot be had. */
  public static KnownKeys none() {
    return new KnownKeys(new KeyRegistry(Map.of(), Set.of(), Map.of()), Map.of());
  }

  /**
   * Returns the keys of the jars of a Spark, read from the cache where they have been read before.
   *
   * @param version the Spark
   * @param jars its modules that the project uses
   * @param cacheFolder the plugin's cache folder
   */
  public static KnownKeys of(SparkVersion version, List<Path> jars, Path cacheFolder) {
    Map<String, KeyDetails> details =
        KeyDetailsFile.read(KeyDetailsFile.path(version, jars, cacheFolder))
            .orElseGet(() -> readAndKeep(version, jars, cacheFolder).details());
    return new KnownKeys(KeyRegistry.of(version, jars, cacheFolder), details);
  }

  /** Reads jars, which takes seconds, and keeps what was found in the cache. */
  static KnownKeys readAndKeep(SparkVersion version, List<Path> jars, Path cacheFolder) {
    KnownKeys read = RegistryReader.readAll(jars);
    KeyRegistryFile.write(KeyRegistryFile.path(version, jars, cacheFolder), read.registry());
    KeyDetailsFile.write(KeyDetailsFile.path(version, jars, cacheFolder), read.details());
    return read;
  }

  /** Says whether nothing is known, because Spark's jars cannot be had. */
  public boolean isEmpty() {
    return registry.keys().isEmpty();
  }

  /** Returns what Spark's code says of a key. */
  public Optional<KeyDetails> details(String key) {
    return Optional.ofNullable(details.get(key));
  }

  /** Returns the key that Spark reads first where this one is an older name of it. */
  public Optional<String> newerName(String key) {
    return details.values().stream()
        .filter(entry -> entry.olderNames().contains(key))
        .map(KeyDetails::key)
        .findFirst();
  }

  /** Says whether Spark knows a key, or accepts any that begins so. */
  public boolean knows(String key) {
    return registry.find(key).isPresent()
        || registry.retired().containsKey(key)
        || registry.isBelowPrefix(key);
  }

  /** Returns the key of Spark that was meant by one that it does not know, if one is near. */
  public Optional<String> nearMiss(String key) {
    return new NearMisses(registry).find(key);
  }
}
