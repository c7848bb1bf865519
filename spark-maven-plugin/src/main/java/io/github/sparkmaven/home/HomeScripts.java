/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import io.github.sparkmaven.conf.SparkVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/** Our own {@code spark-class} and {@code spark-submit}, for homes that have none. */
public final class HomeScripts {
  /** What starts the command that Spark's launcher has put together, as it is. */
  static final String AS_IT_IS = "    exec \"${command[@]}\"";

  private static final List<String> SCRIPTS = List.of("spark-class", "spark-submit");

  private HomeScripts() {}

  /**
   * Writes them.
   *
   * @param bin the folder, which is there
   * @param start lines of bash that start the words of the array {@code command}
   */
  public static void write(Path bin, SparkVersion version, String start) throws IOException {
    for (String script : SCRIPTS) {
      Path file = bin.resolve(script);
      Files.writeString(
          file,
          template(script)
              .replace("@scalaVersion@", version.scalaVersion())
              .replace("@start@", start));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Returns the text that decides what they do, for names of homes. */
  static String text() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String script : SCRIPTS) {
      text.append(template(script));
    }
    return text.toString();
  }

  private static String template(String script) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(HomeScripts.class.getResourceAsStream(script), script)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
