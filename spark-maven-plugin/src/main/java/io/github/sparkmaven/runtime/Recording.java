/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JVM that makes an archive: it loads what a test JVM loads, and writes that down at its end.
 *
 * <p>It has nothing but jars on its class path, because a JVM with folders of classes there can
 * write none. It reads the list of classes that the test JVM writes.
 */
public final class Recording implements AutoCloseable {
  private static final TimeLimit PATIENCE = new TimeLimit(Duration.ofMinutes(5));
  private static final String RECORDER = "io.github.sparkmaven.runner.classdata.ClassRecorder";

  private static final Set<String> OPTIONS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final RecordedFiles files;
  private final EntryNames names;
  private final Process recorder;

  private Recording(RecordedFiles files, EntryNames names, Process recorder) {
    this.files = files;
    this.names = names;
    this.recorder = recorder;
  }

  static Recording start(JavaHome java, List<Path> jars, EntryNames names, RecordedFiles files)
      throws IOException {
    JvmCommand command =
        new JvmCommand(
            java,
            List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-XX:ArchiveClassesAtExit=" + files.temporary()),
            jars,
            RECORDER,
            List.of(files.list().toString()));
    // Its warnings name hundreds of classes that an archive cannot hold.
    ProcessBuilder builder =
        new ProcessBuilder(command.words())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    // An agent that is asked for there is for the tests; a JVM that has one writes no archive.
    builder.environment().keySet().removeAll(OPTIONS);
    return new Recording(files, names, builder.start());
  }

  /** Returns where the archive is to be. */
  public Path place() {
    return files.place();
  }

  /** Says whether a JVM has begun to note its classes. */
  public boolean isBegun() {
    return Files.exists(files.list());
  }

  /**
   * Tells that the test JVM is through, waits for the archive and puts it in place.
   *
   * @return whether it is there; a file system that is full, for one, keeps it from it
   */
  public boolean finish() {
    try {
      recorder.outputWriter(StandardCharsets.UTF_8).append("end\n").flush();
      FollowedProcess followed = new FollowedProcess(recorder, line -> {}, line -> {});
      return followed.await(Optional.of(PATIENCE)).exitCode() == 0 && files.keep(names);
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends the JVM and removes what is left of an archive that was not kept. */
  @Override
  public void close() {
    // By force: a JVM that is asked to end would write its archive first.
    recorder.destroyForcibly();
    try {
      recorder.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    files.remove();
  }
}
