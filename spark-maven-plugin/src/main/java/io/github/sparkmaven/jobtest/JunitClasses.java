/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.files.PrivateFile;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.process.ProcessEnd;
import io.github.sparkmaven.runtime.LocalTestDefaults;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs JUnit classes on the JUnit Platform, all in one JVM.
 *
 * <p>Green needs three things: the runner said that it was through, its JVM ended with 0, and at
 * least one test was found where there were classes; the counts are the runner's.
 */
final class JunitClasses {
  private static final String RUNNER = "io.github.sparkmaven.runner.JobTestRunner";

  // What the runner's own watchdog, which shows the threads, is given before we end its JVM.
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final JobTestRequest request;
  private final List<String> classes;
  private final Path log;
  private final TestListener listener;

  JunitClasses(JobTestRequest request, TestListener listener) {
    this.request = request;
    this.classes = request.selection().classNames();
    this.log = request.reportsFolder().resolve("job-tests.log");
    this.listener = listener;
  }

  TestOutcome run() {
    if (classes.isEmpty()) {
      return TestOutcome.NOTHING;
    }
    Path scratch = request.scratchFolder().resolve("classes");
    clean(scratch);
    RunnerEvents events = new RunnerEvents(listener);
    try (PrivateFile file = PrivateFile.write(scratch, ".properties", runnerRequest(scratch))) {
      TestJvm.Run run =
          new TestJvm.Run(
              request.classPath().get(),
              Map.of(),
              List.of(),
              RUNNER,
              file.path(),
              log,
              false,
              request.timeout().map(limit -> new TimeLimit(limit.duration().plus(GRACE))));
      return judge(request.jvm().get().run(run, events, listener), events);
    }
  }

  private void clean(Path scratch) {
    try {
      // A report of an earlier run would count as one of this run; another execution's is not ours.
      for (String name : classes) {
        Files.deleteIfExists(request.reportsFolder().resolve("TEST-" + name + ".xml"));
      }
      Folders.delete(scratch);
      Files.createDirectories(request.reportsFolder());
      Files.createDirectories(scratch);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot clean " + request.reportsFolder() + ": " + e, e);
    }
  }

  private String runnerRequest(Path scratch) {
    Map<String, String> lines = new TreeMap<>();
    lines.put("classes", String.join(",", classes));
    lines.put("parent", ProcessHandle.current().pid() + "");
    lines.put("filter", String.join(",", request.selection().filter().methodPatterns()));
    lines.put("reportsDirectory", request.reportsFolder().toString());
    request
        .timeout()
        .ifPresent(limit -> lines.put("timeoutMillis", limit.duration().toMillis() + ""));
    Map<String, String> properties = new TreeMap<>(LocalTestDefaults.systemProperties(scratch));
    properties.putAll(request.settings());
    properties.forEach((key, value) -> lines.put("system." + key, value));
    return lines.entrySet().stream()
        .map(line -> SparkProperties.line(line.getKey(), line.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private TestOutcome judge(ProcessEnd end, RunnerEvents events) {
    if (end.timedOut() || events.timedOut()) {
      throw new InputException(
          "spark:test",
          "the tests did not end within " + request.timeout().orElseThrow() + inClasses(events),
          "Raise test/timeout, or see what each thread was at in " + log);
    }
    if (events.total().isEmpty() && end.exitCode() == RunnerProblem.EXIT_CODE) {
      throw RunnerProblem.in(log);
    }
    if (events.none() && end.exitCode() == ForkEnd.NOT_STARTED) {
      throw ForkEnd.notStarted(log);
    }
    if (events.total().isEmpty() || end.exitCode() != 0) {
      throw new InputException(
          "spark:test",
          "the forked JVM "
              + ForkEnd.words(end)
              + " before the tests were through"
              + inClasses(events),
          ForkEnd.advice(end) + "; the log is " + log);
    }
    TestCounts total = events.total().get();
    if (total.run() == 0) {
      throw nothingFound();
    }
    return new TestOutcome(total, events.problems());
  }

  private InputException nothingFound() {
    String names = String.join(", ", classes);
    if (!request.selection().filter().methodPatterns().isEmpty()) {
      return new InputException(
          "test/filter",
          "no test of " + names + " matches '" + request.selection().filter() + "'",
          "Give the names of methods after a #, as in ClusteringJobCase#finds*");
    }
    return new InputException(
        "spark:test",
        classes.size()
            + " class(es) match "
            + request.selection().includes()
            + ", and no test was found in them: "
            + names,
        "Is the engine of your test framework (junit-jupiter, for one) a test dependency?");
  }

  private static String inClasses(RunnerEvents events) {
    return events.running().isEmpty() ? "" : ", in " + String.join(", ", events.running());
  }
}
