/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the runner in the forked JVM reports, line by line on its standard output.
 *
 * <p>An event is U+0001, a name, and fields that are set apart by tabs and URL-encoded; {@code
 * EventChannel} in spark-maven-runner is the other end. Whatever else comes along (the JVM and
 * native code write to the same pipe) is no event.
 */
final class RunnerEvents {
  private static final char MARK = '\u0001';

  private final TestListener listener;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> running = new LinkedHashSet<>();
  private final List<String> startedCases = new ArrayList<>();
  private final List<String> endedCases = new ArrayList<>();
  private Optional<TestCounts> total = Optional.empty();
  private boolean timedOut;
  private boolean any;

  RunnerEvents(TestListener listener) {
    this.listener = listener;
  }

  /**
   * Takes a line.
   *
   * @param others gets what is no event
   */
  synchronized void line(String line, Consumer<String> others) {
    int mark = line.indexOf(MARK);
    if (mark < 0) {
      others.accept(line);
      return;
    }
    try {
      event(
          Arrays.stream(line.substring(mark + 1).split("\t", -1))
              .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
              .toList());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Torn by what else was written: lost events can only make the verdict worse.
    }
  }

  /** Returns the totals, once the runner has said that it is through. */
  synchronized Optional<TestCounts> total() {
    return total;
  }

  /** Says whether the runner's own watchdog ended its JVM. */
  synchronized boolean timedOut() {
    return timedOut;
  }

  /** Says whether the runner has said nothing at all. */
  synchronized boolean none() {
    return !any;
  }

  /** Returns the classes that were begun and not finished. */
  synchronized Set<String> running() {
    return Set.copyOf(running);
  }

  /** Returns the declared cases that were begun, in order. */
  synchronized List<String> startedCases() {
    return List.copyOf(startedCases);
  }

  /** Returns the case that was begun and not ended. */
  synchronized Optional<String> runningCase() {
    return startedCases.stream().filter(name -> !endedCases.contains(name)).findFirst();
  }

  /** Returns a line for each test that failed. */
  synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  private void event(List<String> fields) {
    any = true;
    switch (fields.get(0)) {
      case "class-started" -> {
        running.add(fields.get(1));
        listener.info("Running " + fields.get(1));
      }
      case "class-finished" -> classFinished(fields);
      case "test-failed" -> {
        String problem = fields.get(1) + "." + fields.get(2) + ": " + fields.get(5);
        problems.add(problem);
        String details = fields.size() > 6 ? fields.get(6) : "";
        listener.error(details.isEmpty() ? problem : problem + "\n" + details);
      }
      case "test-skipped" ->
          listener.info("Skipped " + fields.get(1) + "." + fields.get(2) + ": " + fields.get(3));
      case "finished" -> total = Optional.of(counts(fields, 1));
      case "case-started" -> {
        startedCases.add(fields.get(1));
        listener.info("Running case " + fields.get(1));
      }
      case "case-ended" -> endedCases.add(fields.get(1));
      case "case-note" -> listener.warn("Case " + fields.get(1) + ": " + fields.get(2));
      case "jvm-spent" ->
          listener.info(
              "The rest run in a new JVM, because " + fields.get(1) + " has spoilt this one");
      case "timed-out" -> timedOut = true;
      default -> {
        // No event of the runner, although it has the mark.
      }
    }
  }

  private void classFinished(List<String> fields) {
    running.remove(fields.get(1));
    TestCounts counts = counts(fields, 2);
    String line =
        String.format(
            Locale.ROOT,
            "%s, Time elapsed: %.3f s%s -- in %s",
            counts,
            Long.parseLong(fields.get(6)) / 1000.0,
            counts.failed() ? " <<< FAILURE!" : "",
            fields.get(1));
    if (counts.failed()) {
      listener.error(line);
    } else {
      listener.info(line);
    }
  }

  private static TestCounts counts(List<String> fields, int first) {
    return new TestCounts(
        Integer.parseInt(fields.get(first)),
        Integer.parseInt(fields.get(first + 1)),
        Integer.parseInt(fields.get(first + 2)),
        Integer.parseInt(fields.get(first + 3)));
  }
}
