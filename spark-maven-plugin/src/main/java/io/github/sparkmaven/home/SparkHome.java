/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder that {@code spark-submit} can be run from.
 *
 * @param path the folder
 * @param origin where it was found, for the log
 */
public record SparkHome(Path path, String origin) {

  /**
   * Returns its spark-launcher, which knows the module options of its version.
   *
   * @throws EnvironmentException if it has none
   */
  public Path launcherJar() {
    try (Stream<Path> jars = Files.list(path.resolve("jars"))) {
      return jars.filter(jar -> String.valueOf(jar.getFileName()).startsWith("spark-launcher_"))
          .findFirst()
          .orElseThrow(
              () -> new EnvironmentException(path + " is no Spark home: it has no launcher", null));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot list the jars of " + path + ": " + e, e);
    }
  }
}
