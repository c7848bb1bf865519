/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.files.PrivateFile;
import io.github.sparkmaven.json.JsonText;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.process.ProcessEnd;
import io.github.sparkmaven.runtime.LocalTestDefaults;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs a module's Python tests, as they are, in one interpreter.
 *
 * <p>Their sessions start JVMs by pyspark's own way, {@code bin/spark-submit} of {@code
 * SPARK_HOME}: a home of ours stands there, whose script adds what makes a JVM start fast. Settings
 * of local mode are those of its {@code spark-defaults.conf}, over which everything wins that a
 * test sets itself.
 */
final class PythonSuites {
  private static final String RUNNER = "spark_maven_runner";
  private static final int TIMED_OUT = 4;

  // For the runner's own watchdog, which shows the threads.
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final JobTestRequest request;
  private final TestListener listener;
  private final Path scratch;
  private final Path log;

  PythonSuites(JobTestRequest request, TestListener listener) {
    this.request = request;
    this.listener = listener;
    this.scratch = request.scratchFolder().resolve("python");
    this.log = request.reportsFolder().resolve("python-tests.log");
  }

  TestOutcome run() {
    Optional<PythonTests> tests = request.python();
    Optional<PythonTests.Stand> stand = tests.flatMap(declared -> declared.stand().get());
    return stand.isEmpty() ? TestOutcome.NOTHING : run(tests.orElseThrow(), stand.get());
  }

  private TestOutcome run(PythonTests tests, PythonTests.Stand stand) {
    clean();
    PythonTests.Framework framework = framework(tests, stand);
    listener.info(
        "Python tests: "
            + framework.name().toLowerCase(Locale.ROOT)
            + " in "
            + tests.folder()
            + ", "
            + stand.environment());
    Path file = scratch.resolve("request.json");
    AtomicFile.write(file, JsonText.of(runnerRequest(tests, framework)));
    // Settings may be secret.
    Path settings = scratch.resolve("conf").resolve("spark-defaults.conf");
    PrivateFile.keep(settings, settings());
    RunnerEvents events = new RunnerEvents(listener);
    TestJvm jvm = request.jvm().get();
    try {
      ProcessEnd end =
          jvm.started(
              stand.classPath(),
              events,
              listener,
              data -> {
                Path home = new PythonHome(scratch, stand, jvm, data, log).write();
                return start(tests, stand, home, file, events);
              });
      return judge(end, events, tests, framework);
    } finally {
      AtomicFile.remove(settings);
    }
  }

  private void clean() {
    try {
      Folders.delete(scratch);
      Files.createDirectories(scratch.resolve("conf"));
      Files.createDirectories(request.reportsFolder());
    } catch (IOException e) {
      throw new EnvironmentException("Cannot clean " + scratch + ": " + e, e);
    }
  }

  private static PythonTests.Framework framework(PythonTests tests, PythonTests.Stand stand) {
    boolean pytest = stand.environment().facts().packageVersion("pytest").isPresent();
    return switch (tests.framework()) {
      case AUTO -> pytest ? PythonTests.Framework.PYTEST : PythonTests.Framework.UNITTEST;
      case UNITTEST -> PythonTests.Framework.UNITTEST;
      case PYTEST -> {
        if (!pytest) {
          throw new InputException(
              "test/pythonFramework",
              "is pytest, and " + stand.environment() + " has none",
              "Add pytest to the requirements, or leave pythonFramework out");
        }
        yield PythonTests.Framework.PYTEST;
      }
    };
  }

  private Map<String, Object> runnerRequest(PythonTests tests, PythonTests.Framework framework) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("framework", framework.name().toLowerCase(Locale.ROOT));
    values.put("testDirectory", tests.folder().toString());
    values.put("reportsDirectory", request.reportsFolder().toString());
    values.put("pattern", tests.unittestPattern());
    values.put("filter", tests.filter().patterns());
    values.put("parent", ProcessHandle.current().pid());
    values.put(
        "timeoutMillis", request.timeout().map(limit -> limit.duration().toMillis()).orElse(0L));
    values.put("arguments", tests.pytestArguments());
    tests
        .coverage()
        .ifPresent(
            sources ->
                values.put(
                    "coverage",
                    Map.of(
                        "source",
                        List.of(sources.toString()),
                        "xml",
                        request.reportsFolder().resolve("python-coverage.xml").toString())));
    return values;
  }

  private String settings() {
    Map<String, String> settings = new TreeMap<>(LocalTestDefaults.systemProperties(scratch));
    settings.keySet().removeIf(key -> !key.startsWith("spark."));
    // Suites that were written without us may depend on the order that it gives rows.
    settings.remove("spark.sql.shuffle.partitions");
    settings.putAll(request.settings());
    return settings.entrySet().stream()
        .map(line -> SparkProperties.line(line.getKey(), line.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private ProcessEnd start(
      PythonTests tests, PythonTests.Stand stand, Path home, Path file, RunnerEvents events) {
    String python = stand.environment().executable().toString();
    ProcessBuilder builder =
        new ProcessBuilder(python, "-m", RUNNER, file.toString())
            .directory(request.jvm().get().folder().toFile());
    Map<String, String> variables = builder.environment();
    variables.putIfAbsent("SPARK_LOCAL_IP", "127.0.0.1");
    variables.put("SPARK_HOME", home.toString());
    variables.put("SPARK_CONF_DIR", scratch.resolve("conf").toString());
    variables.put("JAVA_HOME", request.jvm().get().java().path().toString());
    variables.put("PYSPARK_PYTHON", python);
    variables.put("PYSPARK_DRIVER_PYTHON", python);
    variables.put("PYTHONPYCACHEPREFIX", scratch.resolve("pycache").toString());
    variables.merge(
        "PYTHONPATH",
        tests.path().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        (users, ours) -> ours + File.pathSeparator + users);
    try (BufferedWriter writer = Files.newBufferedWriter(log);
        PrintWriter printer = new PrintWriter(writer, true)) {
      return new FollowedProcess(
              builder.start(), line -> events.line(line, printer::println), printer::println)
          .await(request.timeout().map(limit -> new TimeLimit(limit.duration().plus(GRACE))));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot run " + python + ": " + e, e);
    }
  }

  private TestOutcome judge(
      ProcessEnd end, RunnerEvents events, PythonTests tests, PythonTests.Framework framework) {
    String running =
        events.running().isEmpty() ? "" : ", in " + String.join(", ", events.running());
    if (end.timedOut() || events.timedOut() || end.exitCode() == TIMED_OUT) {
      throw new InputException(
          "spark:test",
          "the Python tests did not end within "
              + request.timeout().map(TimeLimit::toString).orElse("their time")
              + running,
          "Raise test/timeout, or see what each thread was at in " + log);
    }
    if (events.total().isEmpty() && end.exitCode() == RunnerProblem.EXIT_CODE) {
      throw RunnerProblem.in(log);
    }
    if (events.total().isEmpty() || end.exitCode() != 0) {
      throw new InputException(
          "spark:test",
          "the interpreter "
              + ForkEnd.words(end)
              + " before the Python tests were through"
              + running,
          "A test may have ended it, or run out of memory; the log is " + log);
    }
    TestCounts total = events.total().get();
    if (total.run() == 0 && tests.filter().patterns().isEmpty()) {
      throw new InputException(
          "spark:test",
          framework.name().toLowerCase(Locale.ROOT) + " has found no test in " + tests.folder(),
          framework == PythonTests.Framework.UNITTEST
              ? "Name the files "
                  + tests.unittestPattern()
                  + ", or give test/unittestPattern; functions outside of a TestCase need pytest among the requirements"
              : "Name the files test_*.py and the functions test_*, or see the project's pytest configuration");
    }
    return new TestOutcome(total, events.problems());
  }
}
