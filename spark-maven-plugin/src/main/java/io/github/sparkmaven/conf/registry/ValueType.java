/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

/** What Spark reads a key's value as. */
public enum ValueType {
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** A whole number of 32 bits. */
  INT,
  /** A whole number of 64 bits. */
  LONG,
  /** A number. */
  DOUBLE,
  /** A size with a unit. */
  BYTES,
  /** A duration with a unit. */
  TIME,
  /** Any text. */
  STRING,
  /** The key is known, but not from a definition that says its type. */
  UNKNOWN
}
