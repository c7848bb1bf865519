/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import java.util.Arrays;

/** Compares versions by their numbers; words between them say nothing here. */
final class Versions {
  private Versions() {}

  static boolean isOlder(String version, String other) {
    return Arrays.compare(numbers(version), numbers(other)) < 0;
  }

  static boolean isOtherMajor(String version, String other) {
    return Arrays.mismatch(numbers(version), numbers(other)) == 0;
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("[.-]", -1))
        .filter(part -> part.matches("[0-9]{1,6}"))
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
