/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The executors' garbage collector, and the just-in-time compiler of executors and driver.
 *
 * <p>The flags go to {@code spark.executor.defaultJavaOptions} and {@code
 * spark.driver.defaultJavaOptions}, which Spark puts before the user's {@code extraJavaOptions}, so
 * that these add to them.
 */
final class JvmRules implements Rule {
  private static final String SOURCE = DOCS + "tuning.html#garbage-collection-tuning";
  private static final String ENVIRONMENT = DOCS + "configuration.html#runtime-environment";

  // HotSpot's thresholds of the optimizing compiler (compiler_globals.hpp, JDK 8 to 25).
  private static final long TIER4_INVOCATIONS = 5000;
  private static final long TIER4_LEAST_INVOCATIONS = 600;
  private static final long TIER4_COMPILE = 15_000;
  private static final long LATER = 10;

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    if (!facts.onCluster()) {
      return Stream.empty();
    }
    return Stream.of(
            line(
                "spark.executor.defaultJavaOptions",
                SOURCE,
                Stream.concat(CollectorFlags.of(facts), compiler(facts))),
            line("spark.driver.defaultJavaOptions", ENVIRONMENT, compiler(facts)))
        .flatMap(part -> part);
  }

  private static Stream<Setting> line(String key, String source, Stream<JvmFlag> found) {
    var flags = found.toList();
    return Rule.when(
        !flags.isEmpty(),
        Rule.line(
            key,
            flags.stream().map(JvmFlag::option).collect(Collectors.joining(" ")),
            flags.stream().map(JvmFlag::reason).collect(Collectors.joining("; "))
                + "; Spark 3.3 to 4.x",
            source));
  }

  /**
   * Optimizes methods ten times later, except those whose loops are hot. In the first minute of a
   * job that is where cores go: with TPC-H's joins on two cores, 22 s of the executor's processor
   * time and 21 s of the driver's went to the optimizing compiler, 46 s to the tasks
   * (docs/settings.md, what was measured). A stream runs so long that this is over soon.
   */
  private static Stream<JvmFlag> compiler(RuleFacts facts) {
    return facts.kind() == WorkloadKind.STREAMING
        ? Stream.empty()
        : Stream.of(
            new JvmFlag(
                String.format(
                    Locale.ROOT,
                    "-XX:Tier4InvocationThreshold=%d -XX:Tier4MinInvocationThreshold=%d"
                        + " -XX:Tier4CompileThreshold=%d",
                    LATER * TIER4_INVOCATIONS,
                    LATER * TIER4_LEAST_INVOCATIONS,
                    LATER * TIER4_COMPILE),
                String.format(
                    Locale.ROOT,
                    "so that the optimizing compiler takes fewer of the cores, it waits for ten times"
                        + " the calls, %d x %d = %d, %d x %d = %d and %d x %d = %d, and still optimizes"
                        + " a hot loop at once",
                    LATER,
                    TIER4_INVOCATIONS,
                    LATER * TIER4_INVOCATIONS,
                    LATER,
                    TIER4_LEAST_INVOCATIONS,
                    LATER * TIER4_LEAST_INVOCATIONS,
                    LATER,
                    TIER4_COMPILE,
                    LATER * TIER4_COMPILE)));
  }
}
