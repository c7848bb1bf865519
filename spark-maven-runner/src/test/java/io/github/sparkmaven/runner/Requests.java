/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

/** Writes request files as the plugin does. */
final class Requests {
  private Requests() {}

  static Path write(Path directory, Path reportsDirectory, String... fixtures) throws IOException {
    Properties request = new Properties();
    request.setProperty(
        "classes",
        Arrays.stream(fixtures)
            .map(fixture -> Fixtures.class.getName() + "$" + fixture)
            .collect(Collectors.joining(",")));
    request.setProperty("reportsDirectory", reportsDirectory.toString());
    request.setProperty("system.runner.example", "set by the request");
    Path file = directory.resolve("request.properties");
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      request.store(writer, null);
    }
    return file;
  }
}
