/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.files.PrivateFile;
import io.github.sparkmaven.jobtest.declared.CaseJvm;
import io.github.sparkmaven.jobtest.declared.CasePreparation;
import io.github.sparkmaven.jobtest.declared.DeclaredTests;
import io.github.sparkmaven.jobtest.declared.PreparedCase;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.process.ProcessEnd;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs declared cases: as many as can in one warm JVM, each with a context of its own. A job that
 * ends the JVM has that for its verdict, and the rest go on in another one. The last JVM judges all
 * of them, by what they left on disk.
 */
final class DeclaredCases {
  private static final String RUNNER = "io.github.sparkmaven.runner.cases.CaseRunner";
  private static final String REPORT = "TEST-declared-cases.xml";

  // For the JVM's start, and for the runner's own watchdog, which shows the threads.
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final JobTestRequest request;
  private final TestListener listener;
  private final Path work;
  private final Path log;

  DeclaredCases(JobTestRequest request, TestListener listener) {
    this.request = request;
    this.listener = listener;
    this.work = request.scratchFolder().resolve("cases");
    this.log = request.reportsFolder().resolve("declared-cases.log");
  }

  TestOutcome run() {
    if (request.declared().names().isEmpty()) {
      return TestOutcome.NOTHING;
    }
    List<PreparedCase> cases =
        new CasePreparation(request.declared(), work, request.reportsFolder()).all();
    clean();
    if (cases.isEmpty()) {
      return TestOutcome.NOTHING;
    }
    List<CaseJvm> jvms = CaseJvm.of(cases);
    Optional<RunnerEvents> judged = Optional.empty();
    for (CaseJvm jvm : jvms) {
      List<PreparedCase> rest = jvm.cases();
      boolean last = jvm.equals(jvms.get(jvms.size() - 1));
      while (!rest.isEmpty()) {
        RunnerEvents events = run(jvm.needs(), rest, last ? cases : List.of());
        judged = Optional.of(events).filter(heard -> heard.total().isPresent());
        rest = rest.subList(events.startedCases().size(), rest.size());
      }
    }
    RunnerEvents events =
        judged.orElseGet(() -> run(jvms.get(jvms.size() - 1).needs(), List.of(), cases));
    TestCounts counts = events.total().orElseThrow(() -> RunnerProblem.in(log));
    return new TestOutcome(counts, events.problems());
  }

  private void clean() {
    try {
      Files.deleteIfExists(request.reportsFolder().resolve(REPORT));
      Files.deleteIfExists(log);
      Folders.delete(work);
      Files.createDirectories(request.reportsFolder());
      Files.createDirectories(work);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot clean " + work + ": " + e, e);
    }
  }

  private RunnerEvents run(
      CaseJvm.Needs needs, List<PreparedCase> cases, List<PreparedCase> judged) {
    RunnerEvents events = new RunnerEvents(listener);
    long start = System.nanoTime();
    try (PrivateFile file = PrivateFile.write(work, ".properties", runnerRequest(cases, judged))) {
      DeclaredTests.Stand stand = request.declared().stand().apply(needs.kind());
      TestJvm.Run run =
          new TestJvm.Run(
              stand.classPath(),
              stand.variables(),
              needs.options(),
              RUNNER,
              file.path(),
              log,
              true,
              Optional.of(limit(cases)));
      ProcessEnd end = request.jvm().get().run(run, events, listener);
      settle(end, events, cases, System.nanoTime() - start);
    }
    return events;
  }

  private static TimeLimit limit(List<PreparedCase> cases) {
    return new TimeLimit(
        cases.stream()
            .map(each -> each.timeout().duration())
            .reduce(GRACE.multipliedBy(1 + cases.size()), Duration::plus));
  }

  private String runnerRequest(List<PreparedCase> cases, List<PreparedCase> judged) {
    Map<String, String> lines = new TreeMap<>();
    lines.put("work", work.toString());
    lines.put("parent", ProcessHandle.current().pid() + "");
    lines.put("reportsDirectory", request.reportsFolder().toString());
    lines.put("update", request.declared().update() + "");
    putNames(lines, "run.", cases);
    putNames(lines, "judge.", judged);
    List<PreparedCase> all = new ArrayList<>(judged);
    all.addAll(cases);
    for (PreparedCase each : all) {
      each.keys().forEach((key, value) -> lines.put("case." + each.name() + "." + key, value));
    }
    return lines.entrySet().stream()
        .map(line -> SparkProperties.line(line.getKey(), line.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static void putNames(Map<String, String> lines, String prefix, List<PreparedCase> cases) {
    for (int i = 0; i < cases.size(); i++) {
      lines.put(prefix + i, cases.get(i).name());
    }
  }

  /** Writes down what became of a case that was running when its JVM ended. */
  private void settle(
      ProcessEnd end, RunnerEvents events, List<PreparedCase> cases, long elapsedNanos) {
    if (events.runningCase().isPresent()) {
      Path facts = work.resolve(events.runningCase().get()).resolve("facts.properties");
      // The runner's watchdog has written that the time was up.
      if (!Files.exists(facts)) {
        write(facts, end, Duration.ofNanos(elapsedNanos));
      }
      return;
    }
    if (events.none() && end.exitCode() == ForkEnd.NOT_STARTED) {
      throw ForkEnd.notStarted(log);
    }
    if (end.exitCode() != 0 && events.startedCases().size() < cases.size()) {
      throw end.exitCode() == RunnerProblem.EXIT_CODE
          ? RunnerProblem.in(log)
          : new InputException(
              "spark:test",
              "the JVM of the declared cases "
                  + ForkEnd.words(end)
                  + " after "
                  + events.startedCases().size()
                  + " of "
                  + cases.size()
                  + " cases",
              ForkEnd.advice(end) + "; the log is " + log);
    }
  }

  private static void write(Path facts, ProcessEnd end, Duration elapsed) {
    String text =
        "end="
            + (end.timedOut() ? "timed-out" : "exited")
            + "\nexitCode="
            + end.exitCode()
            + "\nmillis="
            + elapsed.toMillis()
            + "\n";
    try {
      Files.createDirectories(facts.getParent());
      Files.writeString(facts, text);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write " + facts + ": " + e, e);
    }
  }
}
