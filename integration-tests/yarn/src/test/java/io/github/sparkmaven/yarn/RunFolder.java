/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of its own for each run of a test class. */
final class RunFolder {
  private RunFolder() {}

  static Path create(String name) {
    try {
      Path all = Files.createDirectories(Path.of("target", "yarn-runs").toAbsolutePath());
      return Files.createTempDirectory(all, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
