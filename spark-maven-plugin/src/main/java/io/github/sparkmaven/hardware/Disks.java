/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.InputException;
import java.util.Arrays;
import java.util.List;

/**
 * The local disks of a machine, for shuffle files and what does not fit into memory.
 *
 * @param count how many there are; 0 where nothing is known
 * @param paths where they are mounted, where that is known
 */
public record Disks(int count, List<String> paths) {
  /** Nothing is known of the disks. */
  public static final Disks UNKNOWN = new Disks(0, List.of());

  private static final int MOST = 100;

  /** Copies the paths. */
  public Disks {
    paths = List.copyOf(paths);
  }

  /**
   * Reads a number of disks, or their mount points separated by commas.
   *
   * @param where the parameter that holds it, for the error
   * @throws InputException if it is neither
   */
  public static Disks parse(String where, String text) {
    if (text.trim().matches("[0-9]{1,3}")) {
      int count = Integer.parseInt(text.trim());
      if (count >= 1 && count <= MOST) {
        return new Disks(count, List.of());
      }
    }
    List<String> paths = Arrays.stream(text.split(",", -1)).map(String::trim).toList();
    if (!paths.stream().allMatch(path -> path.matches("/\\S+"))) {
      throw new InputException(
          where,
          "'" + text + "' is neither a number of disks nor a list of mount points",
          "Give a number from 1 to " + MOST + ", or absolute paths as in /data1,/data2");
    }
    return new Disks(paths.size(), paths);
  }
}
