/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a JVM comes by the data of its classes: from an archive, by parsing them while it makes one,
 * or by parsing them alone.
 *
 * @param options for the JVM
 * @param classPath in the order that the archive needs
 * @param archive the archive that is used
 * @param recording the archive that is being made
 * @param note why there is none, where that is worth a line of the log
 */
public record ClassData(
    List<String> options,
    List<Path> classPath,
    Optional<Path> archive,
    Optional<Recording> recording,
    Optional<String> note) {

  /** Copies the lists. */
  public ClassData {
    options = List.copyOf(options);
    classPath = List.copyOf(classPath);
  }

  /** Returns a class path without an archive. */
  public static ClassData none(ForkClassPath path) {
    return new ClassData(
        List.of(), path.entries(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static ClassData none(ForkClassPath path, String note) {
    return new ClassData(
        List.of(), path.entries(), Optional.empty(), Optional.empty(), Optional.of(note));
  }
}
