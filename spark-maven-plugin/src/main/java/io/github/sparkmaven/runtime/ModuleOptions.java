/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * The JVM options that a Spark version needs on Java 17 and later.
 *
 * <p>They differ from version to version, so they are asked of the project's own spark-launcher jar
 * ({@code org.apache.spark.launcher.JavaModuleOptions}, public since Spark 3.3).
 */
public final class ModuleOptions {
  private ModuleOptions() {}

  /**
   * Reads the options.
   *
   * @param launcherJar the project's spark-launcher
   * @throws EnvironmentException if the jar does not state them
   */
  public static List<String> of(Path launcherJar) {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {launcherJar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Object options =
          loader
              .loadClass("org.apache.spark.launcher.JavaModuleOptions")
              .getMethod("defaultModuleOptions")
              .invoke(null);
      return List.of(options.toString().trim().split("\\s+"));
    } catch (ReflectiveOperationException | LinkageError | IOException e) {
      throw new EnvironmentException(
          "Cannot read the module options from "
              + launcherJar
              + ": "
              + e
              + "; it should be spark-launcher 3.3 or later",
          e);
    }
  }
}
