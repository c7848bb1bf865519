/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import io.github.sparkmaven.conf.registry.KeyEntry.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The documented keys, and beginnings of keys, that no jar of Spark defines. */
final class DocumentedKeys {
  private static final String RESOURCE = "documented-keys";

  private DocumentedKeys() {}

  /** Returns a registry with these keys; what the jars themselves define stays as it is. */
  static KeyRegistry addedTo(KeyRegistry registry) {
    Map<String, KeyEntry> keys = new HashMap<>(registry.keys());
    Set<String> prefixes = new TreeSet<>(registry.prefixes());
    for (String line : lines()) {
      String[] words = line.split(" ", -1);
      if (words[0].endsWith(".")) {
        prefixes.add(words[0]);
      } else {
        keys.merge(words[0], entry(words), (old, more) -> more(old, more));
      }
    }
    return new KeyRegistry(keys, prefixes, registry.retired());
  }

  private static KeyEntry more(KeyEntry old, KeyEntry documented) {
    return old.origin().compareTo(documented.origin()) <= 0 ? old : documented;
  }

  private static KeyEntry entry(String[] words) {
    ValueType type = words.length > 1 ? ValueType.valueOf(words[1]) : ValueType.UNKNOWN;
    String unit = words.length > 2 ? words[2] : "";
    return new KeyEntry(words[0], Origin.DOCUMENTED, type, unit, false, List.of(), false);
  }

  private static List<String> lines() {
    try (InputStream stream = DocumentedKeys.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the plugin's jar lacks " + RESOURCE);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
