/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A JVM that makes an archive: it loads what a test JVM loads, and writes that down at its end.
 *
 * <p>It has nothing but jars on its class path, because a JVM with folders of classes there can
 * write none. It reads the test JVM's list of classes while that grows, so that little is left to
 * do when the tests are through.
 */
public final class Recording implements AutoCloseable {
  private static final TimeLimit PATIENCE = new TimeLimit(Duration.ofMinutes(5));
  private static final String RECORDER = "io.github.sparkmaven.runner.classdata.ClassRecorder";

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
    return new Recording(
        files,
        names,
        new ProcessBuilder(command.words())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Returns where the archive is to be. */
  public Path place() {
    return files.place();
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
