/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The files of an archive in the making.
 *
 * @param list where a test JVM notes its classes
 * @param temporary where the archive is written
 * @param names where the names of what it stands for are, until both are put in place
 * @param place where it is to be
 * @param placeOfNames where the names are to be
 * @param mark tells other builds that this one is at it
 */
record RecordedFiles(
    Path list, Path temporary, Path names, Path place, Path placeOfNames, Path mark) {

  /**
   * Puts the archive in place.
   *
   * @return whether there is one
   */
  boolean keep() throws IOException {
    if (!Files.isRegularFile(temporary) || Files.size(temporary) == 0) {
      return false;
    }
    // The names first: an archive without them is not used.
    Files.move(names, placeOfNames, StandardCopyOption.REPLACE_EXISTING);
    Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  /** Removes what is left of an archive that was not kept; what cannot be, goes with its age. */
  void remove() {
    for (Path file : List.of(list, temporary, names, mark)) {
      try {
        AtomicFile.remove(file);
      } catch (EnvironmentException e) {
        // Nobody's build depends on it.
      }
    }
  }
}
