/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.List;

/**
 * A key that a Spark version knows, and what it accepts.
 *
 * @param key the whole key
 * @param origin how it is known
 * @param type what the value is read as
 * @param unit the unit of a value without one, as in Spark's {@code ByteUnit} and {@code TimeUnit};
 *     empty for other types
 * @param list whether the value is a list of such values with commas
 * @param values the only values that Spark accepts; empty if it names none
 * @param anyCase whether those values may be written in any case
 */
public record KeyEntry(
    String key,
    Origin origin,
    ValueType type,
    String unit,
    boolean list,
    List<String> values,
    boolean anyCase) {

  /** How a key is known; where two say something of a key, the earlier constant is believed. */
  public enum Origin {
    /** Spark defines an entry for it. */
    DEFINED,
    /** An older name that Spark still reads for an entry. */
    ALTERNATIVE,
    /** Spark's documentation names it. */
    DOCUMENTED,
    /** Spark's code names it. */
    MENTIONED
  }

  /** Copies the values. */
  public KeyEntry {
    values = List.copyOf(values);
  }

  /** Makes the entry of a key of which only the name is known. */
  static KeyEntry named(String key, Origin origin) {
    return new KeyEntry(key, origin, ValueType.UNKNOWN, "", false, List.of(), false);
  }

  /** Returns another key that Spark reads as it reads this one. */
  KeyEntry as(String otherKey, Origin otherOrigin) {
    return new KeyEntry(otherKey, otherOrigin, type, unit, list, values, anyCase);
  }
}
