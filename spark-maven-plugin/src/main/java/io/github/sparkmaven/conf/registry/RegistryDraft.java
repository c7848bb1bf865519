/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import io.github.sparkmaven.conf.registry.KeyEntry.Origin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What has been read of Spark's jars so far. */
final class RegistryDraft {
  private static final Pattern KEY = Pattern.compile("spark(\\.[A-Za-z0-9_-]+)+");
  private static final Pattern PREFIX = Pattern.compile("spark(\\.[A-Za-z0-9_-]+)+\\.");
  // The modules for which Spark makes a TransportConf; it puts "spark.<module>." before each of
  // the names that it looks up (SparkTransportConf and its callers in spark-core).
  private static final Set<String> TRANSPORT_MODULES = Set.of("shuffle", "rpc", "files");
  private static final Pattern TRANSPORT_NAME = Pattern.compile("io\\.[A-Za-z]+");

  private final Map<String, KeyEntry> keys = new TreeMap<>();
  private final Set<String> prefixes = new TreeSet<>();
  private final Map<String, RetiredKey> retired = new TreeMap<>();
  private final Map<String, String> fallbacks = new HashMap<>();
  private final Map<String, KeyDetails> details = new TreeMap<>();

  void define(EntryChain chain, Optional<String> fallback) {
    chain.entries().forEach(this::add);
    chain.details(fallback).ifPresent(entry -> details.put(entry.key(), entry));
    chain.key().ifPresent(key -> fallback.ifPresent(other -> fallbacks.put(key, other)));
  }

  void retire(RetiredKey key) {
    retired.put(key.key(), key);
  }

  /** Takes note of a text in the code, if it looks like a key or the beginning of keys. */
  void mention(String text) {
    if (KEY.matcher(text).matches()) {
      add(KeyEntry.named(text, Origin.MENTIONED));
    } else if (PREFIX.matcher(text).matches()) {
      prefixes.add(text);
    }
  }

  void mentionInTransport(String text) {
    if (TRANSPORT_NAME.matcher(text).matches()) {
      TRANSPORT_MODULES.forEach(module -> mention("spark." + module + "." + text));
    }
  }

  private void add(KeyEntry entry) {
    keys.merge(
        entry.key(), entry, (old, more) -> old.origin().compareTo(more.origin()) <= 0 ? old : more);
  }

  Map<String, KeyDetails> details() {
    return details;
  }

  KeyRegistry registry() {
    // Twice, because an entry may fall back to one that itself falls back.
    for (int depth = 0; depth < 2; depth++) {
      fallbacks.forEach(
          (key, other) -> {
            KeyEntry read = keys.get(other);
            if (read != null) {
              keys.put(key, read.as(key, Origin.DEFINED));
            }
          });
    }
    prefixes.removeIf(prefix -> keys.values().stream().anyMatch(entry -> isBelow(entry, prefix)));
    return new KeyRegistry(keys, prefixes, retired);
  }

  // A prefix below which Spark defines entries is one that it filters by, not one that is open.
  private static boolean isBelow(KeyEntry entry, String prefix) {
    return entry.origin() == Origin.DEFINED && entry.key().startsWith(prefix);
  }
}
