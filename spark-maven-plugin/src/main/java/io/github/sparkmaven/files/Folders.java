/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: put in place at once, or deleted. */
public final class Folders {
  private Folders() {}

  /**
   * Moves a finished folder to its place; one that stands there is removed first, and when another
   * build is faster, its folder stays.
   */
  public static void replace(Path finished, Path place) throws IOException {
    if (Files.exists(place)) {
      Path old = finished.resolveSibling(finished.getFileName() + ".old");
      Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
      delete(old);
    }
    try {
      Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      // Another build has put the same folder there in the meantime.
      delete(finished);
    }
  }

  /**
   * Deletes a folder with all that is in it, following no link; nothing happens when it is not
   * there.
   */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
