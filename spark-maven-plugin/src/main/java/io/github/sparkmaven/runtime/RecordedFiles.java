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
 * @param temporaryLabel where its label is written
 * @param place where it is to be
 * @param placeOfLabel where the label is to be
 * @param mark tells other builds that this one is at it
 */
record RecordedFiles(
    Path list, Path temporary, Path temporaryLabel, Path place, Path placeOfLabel, Path mark) {

  /**
   * Puts the archive in place, with its label.
   *
   * @param names what is in its jars
   * @return whether there is one
   */
  boolean keep(EntryNames names) throws IOException {
    if (!Files.isRegularFile(temporary) || Files.size(temporary) == 0) {
      return false;
    }
    ArchiveLabel.of(temporary, names).write(temporaryLabel);
    // The label first: an archive without it is not used.
    Files.move(temporaryLabel, placeOfLabel, StandardCopyOption.REPLACE_EXISTING);
    Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  /** Removes what is left of an archive that was not kept; what cannot be, goes with its age. */
  void remove() {
    for (Path file : List.of(list, temporary, temporaryLabel, mark)) {
      try {
        AtomicFile.remove(file);
      } catch (EnvironmentException e) {
        // Nobody's build depends on it.
      }
    }
  }
}
