/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A class-data archive that a JVM writes at its end.
 *
 * @param temporary where the JVM writes it
 * @param names where the names of what it stands for are, until both are put in place
 * @param place where it is to be
 * @param placeOfNames where the names are to be
 * @param mark tells other builds that this one is at it
 */
public record Recording(Path temporary, Path names, Path place, Path placeOfNames, Path mark)
    implements AutoCloseable {

  /**
   * Puts the archive in place, if the JVM has written one.
   *
   * @return whether it has; a file system that is full, for one, keeps it from it
   */
  public boolean keep() {
    try {
      if (!Files.isRegularFile(temporary) || Files.size(temporary) == 0) {
        return false;
      }
      // The names first: an archive without them is not used.
      Files.move(names, placeOfNames, StandardCopyOption.REPLACE_EXISTING);
      Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Removes what is left of an archive that was not kept; what cannot be, goes with its age. */
  @Override
  public void close() {
    for (Path file : new Path[] {temporary, names, mark}) {
      try {
        AtomicFile.remove(file);
      } catch (EnvironmentException e) {
        // Nobody's build depends on it.
      }
    }
  }
}
