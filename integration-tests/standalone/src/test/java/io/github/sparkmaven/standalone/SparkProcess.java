/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A JVM of its own that runs a class of Spark.
 *
 * @param process the JVM
 * @param log what it writes
 */
record SparkProcess(Process process, Path log) implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 180;

  /**
   * Starts a class.
   *
   * @param home a folder whose jars are a Spark's
   * @param log where what it writes goes
   * @param command the class and its arguments
   */
  static SparkProcess start(Path home, Path log, List<String> command) throws IOException {
    return start(home, log, List.of(), command);
  }

  /**
   * Starts a class.
   *
   * @param home a folder whose jars are a Spark's
   * @param log where what it writes goes
   * @param options the JVM's, beside those that this Spark needs
   * @param command the class and its arguments
   */
  static SparkProcess start(Path home, Path log, List<String> options, List<String> command)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.add("-Xmx512m");
    all.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split("\\s+")));
    all.addAll(options);
    all.addAll(List.of("-cp", home.resolve("jars") + "/*"));
    all.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_LOCAL_IP", Loopback.HOST,
                "SPARK_HOME", home.toString(),
                "SPARK_SCALA_VERSION", System.getProperty("proof.scala.version", "2.12")));
    return new SparkProcess(builder.start(), log);
  }

  /** Waits until the log shows a line, and returns its last group, or all of the match. */
  String await(Pattern line) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    boolean more = true;
    while (more) {
      // Asked before the log is read: the line may be the last that an ending process writes.
      more = process.isAlive() && System.nanoTime() < end;
      Matcher found = line.matcher(Files.readString(log));
      if (found.find()) {
        return found.group(found.groupCount());
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("no '" + line + "' in " + log + ":\n" + Files.readString(log));
  }

  /** Waits for the end, and returns what was written. */
  String output() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(process + ":\n" + Files.readString(log));
    }
    return Files.readString(log);
  }

  /** Says whether it has started a process whose command line holds a word. */
  boolean started(String word) {
    return process.descendants().anyMatch(handle -> commandLine(handle).contains(word));
  }

  /** Ends it at once and without a word, as a machine that goes dark; what it started notices. */
  void crash() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** What the JDK tells of a command line is cut off at a page. */
  private static String commandLine(ProcessHandle handle) {
    try {
      return Files.readString(Path.of("/proc", "" + handle.pid(), "cmdline"));
    } catch (IOException e) {
      return handle.info().commandLine().orElse("");
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
  }
}
