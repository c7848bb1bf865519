/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a finding stands.
 *
 * @param file the jar, the entry in it or the source file: a path relative to the module where it
 *     is below it
 * @param className the class, with dots, or the Python module; empty where it is about the whole
 *     file
 * @param line the line in the source, where the debug information tells it
 */
public record Place(String file, Optional<String> className, OptionalInt line) {

  /** Returns a place that is a whole file. */
  public static Place of(String file) {
    return new Place(file, Optional.empty(), OptionalInt.empty());
  }

  /** Returns the class with its line, or the file with its line, as a log shows it. */
  @Override
  public String toString() {
    String name = className.orElse(file);
    return line.isPresent() ? name + ":" + line.getAsInt() : name;
  }
}
