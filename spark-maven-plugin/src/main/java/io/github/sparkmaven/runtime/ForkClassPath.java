/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The class path of a forked JVM, told apart by what stays as it is from build to build.
 *
 * @param entries jars and folders in the project's order
 * @param changing those that a build makes anew: folders of classes, jars of this build's modules,
 *     snapshots
 */
public record ForkClassPath(List<Path> entries, Set<Path> changing) {

  /** Copies the collections. */
  public ForkClassPath {
    entries = List.copyOf(entries);
    changing = Set.copyOf(changing);
  }

  /** Returns the jars that stay, in order. */
  List<Path> lasting() {
    return entries.stream().filter(entry -> !changing.contains(entry)).toList();
  }

  /** Returns what a build makes anew, in order. */
  List<Path> madeAnew() {
    return entries.stream().filter(changing::contains).toList();
  }

  /**
   * Returns all entries with those that stay before the others: a JVM takes a class-data archive
   * only for the beginning of its class path, and never for folders.
   */
  List<Path> lastingFirst() {
    return Stream.concat(lasting().stream(), madeAnew().stream()).toList();
  }
}
