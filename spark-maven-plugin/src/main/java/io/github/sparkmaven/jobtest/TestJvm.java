/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.process.ProcessEnd;
import io.github.sparkmaven.runtime.ArchiveUse;
import io.github.sparkmaven.runtime.ClassData;
import io.github.sparkmaven.runtime.ClassDataArchives;
import io.github.sparkmaven.runtime.ForkClassPath;
import io.github.sparkmaven.runtime.JvmCommand;
import io.github.sparkmaven.runtime.LocalTestDefaults;
import io.github.sparkmaven.runtime.ModuleOptions;
import io.github.sparkmaven.runtime.Recording;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How local-mode JVMs for tests are started.
 *
 * @param java the JDK
 * @param launcherJar the spark-launcher that knows the module options
 * @param archives keeps class-data archives
 * @param archiveUse whether archives are used and made
 * @param options the user's own JVM options; they stand last and win
 * @param folder in which the tests run
 */
public record TestJvm(
    JavaHome java,
    Supplier<Path> launcherJar,
    ClassDataArchives archives,
    ArchiveUse archiveUse,
    List<String> options,
    Path folder) {

  /** Copies the options. */
  public TestJvm {
    options = List.copyOf(options);
  }

  /**
   * What one JVM is to run.
   *
   * @param classPath jars and folders
   * @param variables environment variables of its own
   * @param options JVM options of its own, before the user's
   * @param mainClass a class of our runner
   * @param request the runner's request file
   * @param log gets what is printed
   * @param append whether the log is one that another JVM began
   * @param limit after which the JVM is ended from outside
   */
  record Run(
      ForkClassPath classPath,
      Map<String, String> variables,
      List<String> options,
      String mainClass,
      Path request,
      Path log,
      boolean append,
      Optional<TimeLimit> limit) {}

  /**
   * Runs a JVM to its end.
   *
   * @param events hears what the runner tells
   * @param listener hears of archives
   * @throws EnvironmentException if it cannot be started
   */
  ProcessEnd run(Run run, RunnerEvents events, TestListener listener) {
    return started(run.classPath(), events, listener, data -> start(run, data, events));
  }

  /**
   * Runs something that starts JVMs of a class path, with a class-data archive where there is one
   * or one can be made.
   *
   * @param start starts it, and follows it to its end
   */
  ProcessEnd started(
      ForkClassPath classPath,
      RunnerEvents events,
      TestListener listener,
      Function<ClassData, ProcessEnd> start) {
    ClassData data = archives.of(java, classPath, archiveUse());
    data.note().ifPresent(listener::info);
    if (data.recording().isPresent()) {
      try (Recording recording = data.recording().get()) {
        ProcessEnd end = start.apply(data);
        if (!events.none() && !end.timedOut() && recording.isBegun()) {
          listener.info(
              "Making a class-data archive, so that the next JVM starts faster: "
                  + recording.place());
          if (!recording.finish()) {
            listener.info(
                "No class-data archive was made. It needs some 200 MB below "
                    + recording.place().getParent());
          }
        }
        return end;
      }
    }
    ProcessEnd end = start.apply(data);
    if (data.archive().isPresent() && !end.timedOut()) {
      Path archive = data.archive().get();
      if (events.none()) {
        archives.discard(archive);
        listener.info("The class-data archive was of no use and is removed: " + archive);
        return start.apply(ClassData.none(classPath));
      }
      if (ForkEnd.crashed(end)) {
        archives.discard(archive);
        listener.warn(
            "The JVM crashed while it used a class-data archive, which may be at fault and is"
                + " removed: "
                + archive);
      }
    }
    return end;
  }

  private ProcessEnd start(Run run, ClassData data, RunnerEvents events) {
    List<String> words = new ArrayList<>(LocalTestDefaults.FAST_START);
    // What a JVM leaves that crashed; else it would stand beside the POM.
    words.add("-XX:ErrorFile=" + run.log().resolveSibling("hs_err_pid%p.log"));
    words.addAll(data.options());
    if (java.feature() >= 9) {
      words.addAll(ModuleOptions.of(launcherJar.get()));
    }
    words.addAll(run.options());
    words.addAll(options);
    JvmCommand command =
        new JvmCommand(
            java, words, data.classPath(), run.mainClass(), List.of(run.request().toString()));
    ProcessBuilder builder = new ProcessBuilder(command.words()).directory(folder.toFile());
    builder.environment().putIfAbsent("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().putAll(run.variables());
    try (BufferedWriter file = Files.newBufferedWriter(run.log(), openOptions(run.append()));
        PrintWriter writer = new PrintWriter(file, true)) {
      return new FollowedProcess(
              builder.start(), line -> events.line(line, writer::println), writer::println)
          .await(run.limit());
    } catch (IOException e) {
      throw new EnvironmentException("Cannot run " + java.executable() + ": " + e, e);
    }
  }

  private static OpenOption[] openOptions(boolean append) {
    return new OpenOption[] {
      StandardOpenOption.CREATE,
      append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
      StandardOpenOption.WRITE
    };
  }
}
