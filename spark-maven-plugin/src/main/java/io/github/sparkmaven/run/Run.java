/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.files.PrivateFile;
import io.github.sparkmaven.home.JdkFit;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.JobFailedException;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.process.ProcessEnd;
import io.github.sparkmaven.runtime.ArchiveUse;
import io.github.sparkmaven.runtime.ClassData;
import io.github.sparkmaven.runtime.Recording;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The run goal: runs a job in local mode and says how it ended. */
public final class Run {
  // 128 + SIGABRT, as a JVM ends itself that finds an error of its own, and 128 + SIGSEGV.
  private static final Set<Integer> CRASHED = Set.of(134, 139);

  private final RunRequest request;
  private final RunListener listener;

  /** Runs a job and tells a listener. */
  public Run(RunRequest request, RunListener listener) {
    this.request = request;
    this.listener = listener;
  }

  /**
   * Runs it to its end; there is no time limit.
   *
   * @throws JobFailedException if it failed
   * @throws io.github.sparkmaven.problem.InputException if the port for a debugger is taken
   * @throws EnvironmentException if its JVM cannot be started
   */
  public RunResult run() {
    JdkFit.check(request.spark(), request.java()).ifPresent(listener::warn);
    request.options().debugPort().ifPresent(DebugPort::check);
    prepare();
    announce();
    ClassData data = classData();
    data.note().ifPresent(listener::info);
    return data.recording().isPresent() ? record(data, data.recording().get()) : start(data);
  }

  private void announce() {
    listener.info(
        "Running "
            + request.program().name()
            + " in local mode: "
            + settings().getOrDefault("spark.master", "local[*]")
            + ", heap "
            + settings().getOrDefault("spark.driver.memory", "1g")
            + "; Spark's log: "
            + request.log());
    request
        .options()
        .debugPort()
        .ifPresent(
            port ->
                listener.info(
                    "Waiting for a debugger on 127.0.0.1"
                        + (port == 0 ? ", at the port that the JVM prints" : ":" + port)));
  }

  private void prepare() {
    try {
      Files.createDirectories(request.scratch());
      // Tables of a catalog in memory are gone with their session, and their files are in the way.
      if (!"hive".equals(request.settings().get("spark.sql.catalogImplementation"))) {
        Folders.delete(warehouse());
      }
    } catch (IOException e) {
      throw new EnvironmentException("Cannot clean " + request.scratch() + ": " + e, e);
    }
  }

  /** A JVM with a debugger makes no archive. */
  private ClassData classData() {
    RunRequest.Options options = request.options();
    return options
        .archives()
        .of(
            request.java(),
            request.program().classPath(),
            options.debugPort().isPresent() ? ArchiveUse.NEVER : options.archiveUse());
  }

  private RunResult record(ClassData data, Recording recording) {
    try (recording) {
      RunResult result = start(data);
      if (recording.isBegun()) {
        listener.info(
            "Making a class-data archive, so that the next run starts faster: "
                + recording.place());
        if (!recording.finish()) {
          listener.info(
              "No class-data archive was made. It needs some 200 MB below "
                  + recording.place().getParent());
        }
      }
      return result;
    }
  }

  private RunResult start(ClassData data) {
    try (PrivateFile settings =
            PrivateFile.write(request.scratch(), ".conf", SparkProperties.text(settings()));
        BufferedWriter log = Files.newBufferedWriter(request.log());
        PrintWriter writer = new PrintWriter(log, true)) {
      RunOutput output =
          new RunOutput(request.program().loggers(), request.options().verbose(), writer, listener);
      long start = System.nanoTime();
      Process process = new RunJvm(request).process(data, settings.path()).start();
      StartNotice notice = new StartNotice(request, output, listener, start);
      ProcessEnd end =
          new FollowedProcess(process, line -> {}, output::line)
              .await(Optional.empty(), () -> notice.look(System.nanoTime()));
      if (end.exitCode() != 0) {
        throw failure(end, output, data);
      }
      return new RunResult(request.program().name(), Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot run " + request.java().executable() + ": " + e, e);
    }
  }

  private JobFailedException failure(ProcessEnd end, RunOutput output, ClassData data) {
    if (CRASHED.contains(end.exitCode()) && data.archive().isPresent()) {
      request.options().archives().discard(data.archive().get());
      listener.warn(
          "The JVM crashed while it used a class-data archive, which may be at fault and is removed: "
              + data.archive().get());
    }
    return new JobFailedException(
        "job "
            + request.program().name()
            + ": failed with exit code "
            + end.exitCode()
            + output.cause().map(cause -> "\n  Cause: " + cause).orElse("")
            + "\n  Spark's log: "
            + request.log());
  }

  /** What nobody has set stands below target, and is reached from this machine alone. */
  private Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("spark.driver.host", "127.0.0.1");
    settings.put("spark.driver.bindAddress", "127.0.0.1");
    settings.put("spark.sql.warehouse.dir", warehouse().toString());
    settings.putAll(request.settings());
    return settings;
  }

  private Path warehouse() {
    return request.scratch().resolve("warehouse");
  }
}
