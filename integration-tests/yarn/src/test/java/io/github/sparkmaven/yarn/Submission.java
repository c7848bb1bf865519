/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of spark-submit. */
final class Submission implements AutoCloseable {
  private static final Pattern SUBMITTED =
      Pattern.compile("Submitted application (application_\\d+_\\d+)");
  private static final long MINUTES = 5;

  private final Process process;
  private final Path output;

  private Submission(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static Submission start(List<String> command, Map<String, String> environment, Path output)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new Submission(builder.start(), output);
  }

  Process process() {
    return process;
  }

  /** Waits for the application's id. */
  String applicationId() throws IOException, InterruptedException {
    return Awaited.until(
        "an application id in " + output,
        () -> {
          // Asked before the log is read: the line may be the last that an ending process writes.
          boolean alive = process.isAlive();
          Optional<String> id = submitted();
          if (id.isEmpty() && !alive) {
            throw new IOException("spark-submit ended early, see " + output);
          }
          return id;
        });
  }

  private Optional<String> submitted() throws IOException {
    Matcher matcher = SUBMITTED.matcher(output());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException("spark-submit did not end, see " + output);
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
