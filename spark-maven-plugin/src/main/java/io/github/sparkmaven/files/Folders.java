/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: put in place at once, or deleted. */
public final class Folders {
  private Folders() {}

  /**
   * Moves a finished folder to its place, at once, unless one is there already.
   *
   * @return whether it was moved
   */
  public static boolean moveUnlessThere(Path finished, Path place) throws IOException {
    try {
      Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (FileSystemException e) {
      // Not every system that finds a folder in the way has an exception of its own for it.
      if (Files.isDirectory(place)) {
        return false;
      }
      throw e;
    }
  }

  /** Moves a finished folder to its place; one that stands there is moved out of the way first. */
  public static void replace(Path finished, Path place) throws IOException {
    Path old = finished.resolveSibling(finished.getFileName() + ".old");
    try {
      Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // Another build has moved it away in the meantime.
    }
    moveUnlessThere(finished, place);
    delete(old);
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
