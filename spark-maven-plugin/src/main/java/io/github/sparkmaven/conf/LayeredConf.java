/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of all layers, and which of them wins: immutable.
 *
 * @param layers the settings of each layer by key, in the order of their keys
 */
public record LayeredConf(Map<Layer, Map<String, Setting>> layers) {

  /** Copies the layers. */
  public LayeredConf {
    EnumMap<Layer, Map<String, Setting>> copy = new EnumMap<>(Layer.class);
    layers.forEach(
        (layer, settings) -> copy.put(layer, Collections.unmodifiableMap(new TreeMap<>(settings))));
    layers = Collections.unmodifiableMap(copy);
  }

  /** Returns a configuration without a setting. */
  public static LayeredConf empty() {
    return new LayeredConf(Map.of());
  }

  /**
   * Returns this configuration with settings added; a key that its layer holds already is replaced.
   */
  public LayeredConf with(Collection<Setting> settings) {
    EnumMap<Layer, Map<String, Setting>> more = new EnumMap<>(Layer.class);
    layers.forEach((layer, old) -> more.put(layer, new TreeMap<>(old)));
    settings.forEach(
        setting ->
            more.computeIfAbsent(setting.layer(), layer -> new TreeMap<>())
                .put(setting.key(), setting));
    return new LayeredConf(more);
  }

  /**
   * Returns this configuration with a layer of user's settings added, each explained by {@code
   * reason}.
   */
  public LayeredConf with(Layer layer, Map<String, String> values, String reason) {
    return with(
        values.entrySet().stream()
            .map(entry -> new Setting(entry.getKey(), entry.getValue(), layer, reason, ""))
            .toList());
  }

  /** Returns the setting that wins for a key. */
  public Optional<Setting> find(String key) {
    return layers.values().stream()
        .filter(settings -> settings.containsKey(key))
        .findFirst()
        .map(settings -> settings.get(key));
  }

  /** Returns the winning setting of every key, in the order of the keys. */
  public List<Setting> effective() {
    TreeMap<String, Setting> winners = new TreeMap<>();
    layers.values().forEach(settings -> settings.forEach(winners::putIfAbsent));
    return List.copyOf(winners.values());
  }
}
