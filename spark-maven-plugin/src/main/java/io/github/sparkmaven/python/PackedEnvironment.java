/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * A virtual environment as an archive that {@code spark.archives} unpacks beside each executor.
 *
 * <p>Its {@code bin/python} is a link: the nodes need the same interpreter at the same place
 * (Spark's documentation, "Python Package Management", says the same of venv-pack).
 */
public final class PackedEnvironment {
  private PackedEnvironment() {}

  /**
   * Writes it, whole or not at all.
   *
   * @return the archive
   * @throws InputException if the interpreter is in no virtual environment
   * @throws EnvironmentException if it cannot be written
   */
  public static Path write(PythonEnvironment environment, Path archive) {
    try {
      Path folder = Files.createDirectories(Objects.requireNonNull(archive.getParent()));
      Path temporary = Files.createTempFile(folder, ".", ".tmp");
      try {
        PythonProcess packed =
            PythonProcess.script(
                environment.executable(), "pack.py", List.of(temporary.toString()), folder);
        if (packed.failed()) {
          throw new InputException(
              "python/packEnvironment",
              "the environment cannot be packed: " + packed.lastWords(2),
              "Use a virtual environment, or have one made with <environment>venv</environment>");
        }
        Files.move(
            temporary,
            archive,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
      return archive;
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write " + archive + ": " + e, e);
    }
  }
}
