/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.List;
import java.util.Optional;

/**
 * What Spark's code says of an entry beside what it accepts.
 *
 * @param key the whole key
 * @param kind who reads it, and when
 * @param hasDefault whether Spark has a default of its own
 * @param defaultValue that default as it would be written; empty where it is worked out at run time
 * @param fallback the key whose value Spark takes where this one is not set
 * @param documentation Spark's own sentences on it, on one line; may be empty
 * @param since the Spark version that brought it; may be empty
 * @param internal whether Spark keeps it out of its documentation
 * @param olderNames names that Spark reads where this one is not set
 */
public record KeyDetails(
    String key,
    Kind kind,
    boolean hasDefault,
    Optional<String> defaultValue,
    Optional<String> fallback,
    String documentation,
    String since,
    boolean internal,
    List<String> olderNames) {

  /** Who reads a key, and when. */
  public enum Kind {
    /** Spark's core and its managers, as the application starts. */
    CORE,
    /** Spark SQL, once for all sessions of an application. */
    SQL_STATIC,
    /** Spark SQL, from the running session. */
    SQL_RUNTIME
  }

  /** Makes the documentation one line, and copies the names. */
  public KeyDetails {
    documentation = documentation.strip().replaceAll("\\s+", " ");
    olderNames = List.copyOf(olderNames);
  }
}
