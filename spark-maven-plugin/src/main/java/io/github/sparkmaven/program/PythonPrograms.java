/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Python files that are programs: those that do something when they are run as one. */
public final class PythonPrograms {
  // Latin-1 takes any byte, and the idiom is ASCII.
  private static final Pattern GUARD =
      Pattern.compile("(?m)^if\\s+__name__\\s*==\\s*['\"]__main__['\"]\\s*:");

  private PythonPrograms() {}

  /**
   * Returns the files directly in a folder that have the guard {@code if __name__ == "__main__":},
   * sorted.
   */
  public static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).endsWith(".py"))
          .filter(file -> !file.endsWith("setup.py") && Files.isRegularFile(file))
          .filter(PythonPrograms::hasGuard)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot list " + folder + ": " + e, e);
    }
  }

  private static boolean hasGuard(Path file) {
    try {
      return GUARD.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).find();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + file + ": " + e, e);
    }
  }
}
