/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes in a run of their own, as JUnit does. */
final class TestRun {
  private final EngineExecutionResults results;

  private TestRun(EngineExecutionResults results) {
    this.results = results;
  }

  /** Runs the classes one after the other, where no Spark runs. */
  static TestRun of(Class<?>... classes) {
    return of(new HashMap<>(), classes);
  }

  static TestRun of(Map<String, String> parameters, Class<?>... classes) {
    DiscoverySelector[] selectors =
        Arrays.stream(classes).map(c -> selectClass(c)).toArray(DiscoverySelector[]::new);
    return new TestRun(
        EngineTestKit.engine("junit-jupiter")
            .configurationParameters(parameters)
            .selectors(selectors)
            .execute());
  }

  /** A session of the surrounding run would be found by the one within. */
  static void stopSpark() {
    if (SparkSession.getDefaultSession().nonEmpty()) {
      SparkSession.getDefaultSession().get().stop();
    }
    SparkSession.clearActiveSession();
    SparkSession.clearDefaultSession();
  }

  void assertGreen(int tests) {
    if (!failures().isEmpty()) {
      throw new AssertionError(
          failures().toString(),
          results
              .allEvents()
              .failed()
              .list()
              .get(0)
              .getRequiredPayload(TestExecutionResult.class)
              .getThrowable()
              .get());
    }
    results.testEvents().assertStatistics(s -> s.started(tests).succeeded(tests));
  }

  /** The messages of all tests and classes that failed. */
  List<String> failures() {
    return results.allEvents().failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().get())
        .map(Throwable::getMessage)
        .collect(Collectors.toList());
  }
}
