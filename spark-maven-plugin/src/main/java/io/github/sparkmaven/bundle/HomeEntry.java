/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.files.FileDigest;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of {@code home.list}: a jar of the Spark home.
 *
 * @param sha256 the digest of its bytes
 * @param path where a Maven repository has it
 * @param coordinates the artifact's
 */
record HomeEntry(String sha256, String path, String coordinates) {

  static List<HomeEntry> read(Path list) {
    try (Stream<String> lines = Files.lines(list)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> of(list, line.split(" +", 3)))
          .toList();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + list + ": " + e, e);
    }
  }

  private static HomeEntry of(Path list, String[] parts) {
    // A path is resolved below a folder of ours, and must not leave it.
    if (parts.length < 3 || parts[1].startsWith("/") || parts[1].contains("..")) {
      throw new EnvironmentException(list + " is damaged; unpack the bundle anew", null);
    }
    return new HomeEntry(parts[0], parts[1], parts[2]);
  }

  /** Says whether a file is this jar. */
  boolean is(Path file) {
    try {
      return Files.isRegularFile(file) && FileDigest.sha256(file).equals(sha256);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + file + ": " + e, e);
    }
  }
}
