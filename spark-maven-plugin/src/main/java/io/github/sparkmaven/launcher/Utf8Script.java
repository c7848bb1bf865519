/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.launcher;

import io.github.sparkmaven.files.PrivateFile;
import io.github.sparkmaven.process.NativeText;
import io.github.sparkmaven.process.ShellWord;
import io.github.sparkmaven.submit.LaunchCommand;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Starts spark-submit from a private script, which holds its words in UTF-8 whatever the locale of
 * this JVM is, and gives the child a locale to read them in.
 */
final class Utf8Script {
  private final LaunchCommand command;
  private final Map<String, String> environment;

  Utf8Script(LaunchCommand command) {
    this.command = command;
    this.environment = new TreeMap<>(command.environment());
  }

  /** Says whether the words would not survive the locale that this JVM runs in. */
  boolean isNeeded() {
    return !Stream.concat(command.words().stream(), environment.values().stream())
        .allMatch(NativeText::survives);
  }

  Process start() throws IOException {
    PrivateFile script =
        PrivateFile.write(
            Objects.requireNonNull(command.propertiesFile().toAbsolutePath().getParent()),
            ".sh",
            text());
    return new ProcessBuilder("sh", script.path().toString())
        .directory(command.workingFolder().toFile())
        .start();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    // The shell has it open: nobody else needs it.
    text.append("rm -f -- \"$0\"\n");
    environment.forEach(
        (name, value) ->
            text.append("export ")
                .append(name)
                .append('=')
                .append(ShellWord.quote(value))
                .append('\n'));
    return text.append("export LC_ALL=")
        .append(NativeText.utf8Locale())
        .append("\nexec ")
        .append(ShellWord.join(command.words()))
        .append('\n')
        .toString();
  }
}
