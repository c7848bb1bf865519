/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.files.PrivateFile;
import io.github.sparkmaven.home.JdkFit;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.process.ProcessEnd;
import io.github.sparkmaven.runtime.JvmCommand;
import io.github.sparkmaven.runtime.LocalTestDefaults;
import io.github.sparkmaven.runtime.ModuleOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The test goal: runs JUnit classes on the JUnit Platform in a forked local-mode JVM.
 *
 * <p>Green needs three things: the runner said that it was through, its JVM ended with 0, and at
 * least one test was found in every run that had classes; the counts are the runner's.
 */
public final class JobTest {
  private static final String RUNNER = "io.github.sparkmaven.runner.JobTestRunner";

  // JobTestRunner in spark-maven-runner ends with it when it could not run the tests at all.
  private static final int RUNNER_PROBLEM = 2;

  private final TestListener listener;

  /** Runs tests and tells a listener. */
  public JobTest(TestListener listener) {
    this.listener = listener;
  }

  /**
   * Runs the tests.
   *
   * @return the counts of a run in which no test failed
   * @throws InputException if a test failed, the JVM died, or classes held no test
   * @throws EnvironmentException if the JVM cannot be started
   */
  public TestCounts run(JobTestRequest request) {
    List<String> classes = request.selection().classNames();
    if (classes.isEmpty()) {
      return new TestCounts(0, 0, 0, 0);
    }
    JdkFit.check(request.spark(), request.java()).ifPresent(listener::info);
    Path scratch = request.reportsFolder().resolveSibling("test-work");
    Path log = request.reportsFolder().resolve("job-tests.log");
    clean(request.reportsFolder(), scratch, classes);
    RunnerEvents events = new RunnerEvents(listener);
    try (PrivateFile runnerRequest =
        PrivateFile.write(scratch, ".properties", runnerRequest(request, scratch, classes))) {
      ProcessEnd end = fork(request, runnerRequest.path(), events, log);
      return judge(end, request, events, log, classes);
    }
  }

  private static void clean(Path reports, Path scratch, List<String> classes) {
    try {
      // A report of an earlier run would count as one of this run; another execution's is not ours.
      for (String name : classes) {
        Files.deleteIfExists(reports.resolve("TEST-" + name + ".xml"));
      }
      Folders.delete(scratch);
      Files.createDirectories(reports);
      Files.createDirectories(scratch);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot clean " + reports + ": " + e, e);
    }
  }

  private static String runnerRequest(JobTestRequest request, Path scratch, List<String> classes) {
    Map<String, String> lines = new TreeMap<>();
    lines.put("classes", String.join(",", classes));
    lines.put("reportsDirectory", request.reportsFolder().toString());
    Map<String, String> properties = new TreeMap<>(LocalTestDefaults.systemProperties(scratch));
    properties.putAll(request.settings());
    properties.forEach((key, value) -> lines.put("system." + key, value));
    return lines.entrySet().stream()
        .map(line -> SparkProperties.line(line.getKey(), line.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static ProcessEnd fork(
      JobTestRequest request, Path runnerRequest, RunnerEvents events, Path log) {
    List<String> options = new ArrayList<>(LocalTestDefaults.FAST_START);
    options.addAll(ModuleOptions.of(request.launcherJar()));
    JvmCommand command =
        new JvmCommand(
            request.java(),
            options,
            request.classPath(),
            RUNNER,
            List.of(runnerRequest.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command.words()).directory(request.baseFolder().toFile());
    builder.environment().putIfAbsent("SPARK_LOCAL_IP", "127.0.0.1");
    try (BufferedWriter file = Files.newBufferedWriter(log);
        PrintWriter writer = new PrintWriter(file, true)) {
      return new FollowedProcess(builder.start(), events::line, writer::println)
          .await(request.timeout());
    } catch (IOException e) {
      throw new EnvironmentException("Cannot run " + request.java().executable() + ": " + e, e);
    }
  }

  private static TestCounts judge(
      ProcessEnd end, JobTestRequest request, RunnerEvents events, Path log, List<String> classes) {
    if (end.timedOut()) {
      throw new InputException(
          "spark:test",
          "the tests did not end within " + request.timeout().orElseThrow() + inClasses(events),
          "Raise test/timeout, or look for what they wait for in " + log);
    }
    if (events.total().isEmpty() && end.exitCode() == RUNNER_PROBLEM) {
      throw new InputException(
          "spark:test",
          "the test runner could not do its work: " + runnerProblem(log),
          "The log is " + log);
    }
    if (events.total().isEmpty() || end.exitCode() != 0) {
      throw new InputException(
          "spark:test",
          "the forked JVM ended with exit code "
              + end.exitCode()
              + " before the tests were through"
              + inClasses(events),
          "A test may have called System.exit or run out of memory; the log is " + log);
    }
    TestCounts total = events.total().get();
    if (total.failed()) {
      throw new InputException(
          "spark:test",
          "there are test failures. " + total + "\n  " + String.join("\n  ", events.problems()),
          "The reports are in " + request.reportsFolder());
    }
    if (total.run() == 0) {
      throw new InputException(
          "spark:test",
          classes.size()
              + " class(es) match "
              + request.selection().includes()
              + ", and no test was found in them: "
              + String.join(", ", classes),
          "Is the engine of your test framework (junit-jupiter, for one) a test dependency?");
    }
    return total;
  }

  private static String runnerProblem(Path log) {
    String mark = "Job test runner: ";
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.startsWith(mark))
          .findFirst()
          .map(line -> line.substring(mark.length()))
          .orElse("it ended with exit code " + RUNNER_PROBLEM);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + log + ": " + e, e);
    }
  }

  private static String inClasses(RunnerEvents events) {
    return events.running().isEmpty() ? "" : ", in " + String.join(", ", events.running());
  }
}
