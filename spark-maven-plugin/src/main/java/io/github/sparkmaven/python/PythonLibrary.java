/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Our own Python packages: {@code spark_maven_runner}, which runs suites, {@code
 * spark_maven_testing}, which tests import, and {@code spark_maven_checker}, which reads sources.
 */
public final class PythonLibrary {
  private static final String ROOT = "lib";

  private PythonLibrary() {}

  /**
   * Unpacks them into a folder that can be put on Python's path; what stood there is replaced.
   *
   * @param jars what {@code spark_maven_testing} asks the driver's JVM for
   * @throws EnvironmentException if they cannot be written
   */
  public static void unpack(Path folder, List<Path> jars) {
    URL root = Objects.requireNonNull(PythonLibrary.class.getResource(ROOT), ROOT);
    try {
      Folders.delete(folder);
      Files.createDirectories(folder);
      if (root.getProtocol().equals("jar")) {
        URI jar = URI.create(root.toString().replaceFirst("!.*", ""));
        try (FileSystem contents = FileSystems.newFileSystem(jar, Map.of())) {
          copy(contents.getPath(root.toString().replaceFirst("^[^!]*!", "")), folder);
        }
      } else {
        copy(Path.of(root.toURI()), folder);
      }
      Path beside = Files.createDirectories(folder.resolve("spark_maven_testing").resolve("jars"));
      for (Path jar : jars) {
        Files.createSymbolicLink(
            beside.resolve(String.valueOf(jar.getFileName())), jar.toAbsolutePath());
      }
    } catch (IOException | URISyntaxException e) {
      throw new EnvironmentException(
          "Cannot unpack our Python packages to " + folder + ": " + e, e);
    }
  }

  /**
   * Returns what puts them on Python's path where they are: Python imports from folders within jars
   * too.
   */
  static String onPath() {
    URL root = Objects.requireNonNull(PythonLibrary.class.getResource(ROOT), ROOT);
    String place = root.toString();
    boolean packed = root.getProtocol().equals("jar");
    String file = packed ? place.replaceFirst("^jar:", "").replaceFirst("!.*", "") : place;
    String inside = packed ? place.replaceFirst("^[^!]*!", "") : "";
    return Path.of(URI.create(file)) + inside;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".py")).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(file, target);
      }
    }
  }
}
