/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM options that a Spark version needs on Java 17 and later.
 *
 * <p>They differ from version to version, so they are asked of the project's own spark-launcher jar
 * ({@code org.apache.spark.launcher.JavaModuleOptions}, public since Spark 3.3).
 */
public final class ModuleOptions {
  // Arrow's "Installing Java Modules" (https://arrow.apache.org/docs/java/install.html) asks for
  // java.nio, and since ARROW-6206 for the property where its memory is netty's. Spark's
  // documentation
  // ("Overview", Java 11) has the property too; its own options have it from 4.0 on only.
  private static final List<String> OF_ARROW =
      List.of(
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "-Dio.netty.tryReflectionSetAccessible=true");

  private ModuleOptions() {}

  /** Adds what Arrow needs and the options lack. */
  public static List<String> withArrow(List<String> options) {
    return Stream.concat(options.stream(), OF_ARROW.stream()).distinct().toList();
  }

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
