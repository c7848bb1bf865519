/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A cluster in a JVM of its own, on the class path of the module that has it.
 *
 * @param said its first line
 */
record ClusterProcess(Process process, String said) implements AutoCloseable {

  static ClusterProcess start(
      String module, List<String> options, String mainClass, List<String> arguments, Path log)
      throws IOException {
    Path base = Path.of(System.getProperty("faults.base")).resolve(module);
    Path classPath = base.resolve("target/class-path");
    if (!Files.exists(classPath)) {
      throw new AssertionError(
          "There is no " + classPath + ": run mvn verify at the root, which builds it");
    }
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(options);
    command.add("-cp");
    command.add(
        base.resolve("target/test-classes")
            + ":"
            + base.resolve("target/classes")
            + ":"
            + Files.readString(classPath).strip());
    command.add(mainClass);
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(log.toFile()).directory(base.toFile()).start();
    String line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (line == null) {
      throw new AssertionError(mainClass + " does not start:\n" + Files.readString(log));
    }
    return new ClusterProcess(process, line);
  }

  /** Writes a line to it and returns the line that it answers. */
  String ask(String question) throws IOException {
    BufferedWriter writer = process.outputWriter(StandardCharsets.UTF_8);
    writer.write(question);
    writer.newLine();
    writer.flush();
    String answer = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (answer == null) {
      throw new IOException("The cluster has ended");
    }
    return answer;
  }

  /** It ends with its standard input. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
