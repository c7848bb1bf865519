/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The mounted file systems of a Linux machine; none where the kernel does not tell. */
record Mounts(List<Mount> all) {

  /**
   * One of them.
   *
   * @param point the folder that it is mounted at
   * @param options its options, as in {@code rw,noexec}
   */
  record Mount(Path point, List<String> options) {}

  /** Reads {@code /proc/mounts} below a root. */
  static Mounts read(Path root) {
    try {
      return new Mounts(
          Files.readAllLines(root.resolve("proc/mounts")).stream()
              .map(line -> line.split(" ", -1))
              .filter(words -> words.length >= 4)
              .map(
                  words -> new Mount(Path.of(unescape(words[1])), List.of(words[3].split(",", -1))))
              .toList());
    } catch (IOException e) {
      return new Mounts(List.of());
    }
  }

  /** Returns the one that a folder is on; of several at a place, the last covers the others. */
  Optional<Mount> of(Path folder) {
    return all.stream()
        .filter(mount -> folder.startsWith(mount.point()))
        .reduce(
            (one, other) ->
                other.point().getNameCount() >= one.point().getNameCount() ? other : one);
  }

  private static String unescape(String text) {
    return text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
  }
}
