/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A build of its own process group, as a terminal would start it.
 *
 * @param log what it prints
 */
record MavenBuild(Process process, Path log) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Starts a build; its process is the leader of a new group. */
  static MavenBuild start(
      Path folder, Path log, List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // A JVM of seconds is not worth what the second compiler takes.
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    builder.environment().putAll(environment);
    // A Spark of the machine must not decide what these builds run on.
    List.of("SPARK_HOME", "SPARK_CONF_DIR").forEach(builder.environment()::remove);
    return new MavenBuild(builder.start(), log);
  }

  /** Waits until the log shows something, and returns what it was. */
  String await(Pattern pattern) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    boolean more = true;
    while (more) {
      // Asked before the log is read: the line may be the last that an ending build writes.
      more = process.isAlive() && Instant.now().isBefore(end);
      Matcher found = pattern.matcher(text());
      if (found.find()) {
        return found.group();
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("no '" + pattern + "' in " + log + ":\n" + text());
  }

  /** Waits for the end and returns the exit code. */
  int await() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      signal("KILL");
      throw new AssertionError("the build does not end:\n" + text());
    }
    return process.exitValue();
  }

  /** Sends a signal to Maven and all that it has started, as the terminal does. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, "--", "-" + process.pid()).start().waitFor();
  }

  /** Sends a signal to Maven alone. */
  void signalMaven(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
  }

  String text() throws IOException {
    return Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "";
  }
}
