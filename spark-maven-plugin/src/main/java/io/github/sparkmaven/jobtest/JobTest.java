/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.home.JdkFit;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The test goal: runs tests of every kind in forked local-mode JVMs, and judges them together. */
public final class JobTest {
  private final TestListener listener;

  /** Runs tests and tells a listener. */
  public JobTest(TestListener listener) {
    this.listener = listener;
  }

  /**
   * Runs the tests.
   *
   * @return the counts of a run in which no test failed, or in which failures are ignored
   * @throws InputException if a test failed, a JVM died, or classes held no test
   * @throws EnvironmentException if a JVM cannot be started
   */
  public TestCounts run(JobTestRequest request) {
    if (request.isEmpty()) {
      return new TestCounts(0, 0, 0, 0);
    }
    JdkFit.check(request.spark().get(), request.jvm().get().java()).ifPresent(listener::info);
    Problems problems = new Problems();
    // What one kind comes to grief with does not keep the others from running.
    List<TestOutcome> outcomes =
        Stream.<Supplier<TestOutcome>>of(
                new DeclaredCases(request, listener)::run,
                new JunitClasses(request, listener)::run,
                new PythonSuites(request, listener)::run)
            .flatMap(kind -> problems.attempt(kind).stream())
            .toList();
    TestCounts total =
        outcomes.stream()
            .map(TestOutcome::counts)
            .reduce(new TestCounts(0, 0, 0, 0), TestCounts::plus);
    if (total.failed()) {
      failed(request, total, outcomes, problems);
    }
    problems.throwIfAny();
    refuseEmptyFilter(request, total);
    return total;
  }

  /** Whoever names tests wants them run. */
  private static void refuseEmptyFilter(JobTestRequest request, TestCounts total) {
    TestFilter filter = request.selection().filter();
    if (total.run() == 0 && !filter.patterns().isEmpty() && request.python().isPresent()) {
      throw new InputException(
          "test/filter",
          "no test matches '" + filter + "'",
          "Give names of cases, of classes, or of Python modules and classes, with the name of a test after a #");
    }
  }

  private void failed(
      JobTestRequest request, TestCounts total, List<TestOutcome> outcomes, Problems problems) {
    List<String> failures =
        outcomes.stream().flatMap(outcome -> outcome.problems().stream()).toList();
    String what = "there are test failures. " + total + "\n  " + String.join("\n  ", failures);
    if (request.failureIgnored()) {
      listener.error("testFailureIgnore: " + what);
    } else {
      problems.add("spark:test", what, "The reports are in " + request.reportsFolder());
    }
  }
}
