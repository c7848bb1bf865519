/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import io.github.sparkmaven.conf.registry.KeyEntry.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One definition of an entry while it is read: {@code ConfigBuilder("spark.x").intConf…}, the calls
 * of {@code org.apache.spark.internal.config.ConfigBuilder} and {@code TypedConfigBuilder}.
 */
final class EntryChain {
  private final Optional<String> key;
  private final List<String> alternatives = new ArrayList<>();
  private ValueType type = ValueType.UNKNOWN;
  private String unit = "";
  private boolean list;
  private boolean transformed;
  private List<String> values = List.of();
  private final KeyDetails.Kind kind;
  private boolean hasDefault;
  private Optional<String> defaultValue = Optional.empty();
  private String documentation = "";
  private String since = "";
  private boolean internal;

  EntryChain(Optional<String> key, KeyDetails.Kind kind) {
    this.key = key;
    this.kind = kind;
  }

  Optional<String> key() {
    return key;
  }

  /** Takes note of a call without arguments that matter. */
  void called(String method) {
    switch (method) {
      case "booleanConf" -> type = ValueType.BOOLEAN;
      case "intConf" -> type = ValueType.INT;
      case "longConf" -> type = ValueType.LONG;
      case "doubleConf" -> type = ValueType.DOUBLE;
      case "stringConf", "regexConf", "enumConf" -> type = ValueType.STRING;
      case "toSequence" -> list = true;
      case "internal" -> internal = true;
      case "createWithDefaultFunction" -> hasDefault = true;
      // What is checked after a transformation is no longer what the user wrote. The ones that
      // stand before a set of values change the case.
      case "transform" -> transformed = true;
      default -> {}
    }
  }

  void measured(ValueType measure, String unitOfSpark) {
    type = measure;
    unit = unitOfSpark;
  }

  void alternative(Optional<String> alternative) {
    alternative.ifPresent(alternatives::add);
  }

  void documented(Optional<String> text) {
    documentation = text.orElse("");
  }

  void since(Optional<String> version) {
    since = version.orElse("");
  }

  void defaultValue(Optional<String> value) {
    hasDefault = true;
    defaultValue = value.map(this::withUnit);
  }

  void values(List<String> accepted) {
    values = accepted;
  }

  /** Returns the entry, and one for each of its older names. */
  List<KeyEntry> entries() {
    if (key.isEmpty()) {
      return List.of();
    }
    List<KeyEntry> entries = new ArrayList<>();
    KeyEntry entry = new KeyEntry(key.get(), Origin.DEFINED, type, unit, list, values, transformed);
    entries.add(entry);
    alternatives.forEach(older -> entries.add(entry.as(older, Origin.ALTERNATIVE)));
    return entries;
  }

  /**
   * Returns what is said of the entry.
   *
   * @param fallback the key that is read where this one is not set
   */
  Optional<KeyDetails> details(Optional<String> fallback) {
    return key.map(
        own ->
            new KeyDetails(
                own,
                kind,
                hasDefault,
                defaultValue,
                fallback,
                documentation,
                since,
                internal,
                alternatives));
  }

  /** A number that Spark reads in a unit is shown with it. */
  private String withUnit(String value) {
    if (!value.matches("-?[0-9]+")) {
      return value;
    }
    return switch (unit) {
      case "BYTE" -> value + "b";
      case "KiB" -> value + "k";
      case "MiB" -> value + "m";
      case "GiB" -> value + "g";
      case "MICROSECONDS" -> value + "us";
      case "MILLISECONDS" -> value + "ms";
      case "SECONDS" -> value + "s";
      case "MINUTES" -> value + "min";
      case "HOURS" -> value + "h";
      case "DAYS" -> value + "d";
      default -> value;
    };
  }
}
