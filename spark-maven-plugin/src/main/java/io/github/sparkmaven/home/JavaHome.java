/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDK that Spark JVMs run on.
 *
 * @param path its folder
 * @param feature its feature release: 8, 11, 17, …
 */
public record JavaHome(Path path, int feature) {
  private static final Pattern VERSION = Pattern.compile("\"?(?:1\\.)?(\\d+).*");

  /**
   * Reads the version that a JDK's {@code release} file states.
   *
   * @throws EnvironmentException if the folder is no JDK
   */
  public static JavaHome of(Path path) {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(path.resolve("release"), StandardCharsets.UTF_8)) {
      release.load(reader);
    } catch (IOException e) {
      throw new EnvironmentException(path + " is no JDK: it has no readable release file", e);
    }
    Matcher version = VERSION.matcher(release.getProperty("JAVA_VERSION", ""));
    if (!version.matches()) {
      throw new EnvironmentException(path.resolve("release") + " states no JAVA_VERSION", null);
    }
    return new JavaHome(path, Integer.parseInt(version.group(1)));
  }

  /** Returns the {@code java} command. */
  public Path executable() {
    return path.resolve("bin").resolve("java");
  }
}
