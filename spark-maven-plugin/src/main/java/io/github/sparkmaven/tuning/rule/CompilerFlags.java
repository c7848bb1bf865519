/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How much the just-in-time compilers of executors and driver do.
 *
 * <p>In the first minute of a job that is where cores go: with TPC-H's joins on two cores, 22 s of
 * the executor's processor time and 21 s of the driver's went to the optimizing compiler, 46 s to
 * the tasks (docs/settings.md, what was measured). A stream runs so long that this is over soon.
 */
final class CompilerFlags {
  // HotSpot's thresholds of the optimizing compiler (compiler_globals.hpp, JDK 8 to 25).
  private static final long TIER4_INVOCATIONS = 5000;
  private static final long TIER4_LEAST_INVOCATIONS = 600;
  private static final long TIER4_COMPILE = 15_000;
  private static final long LATER = 10;
  // ReservedCodeCacheSize (compilerDefinitions.cpp): five times as much with tiers. A driver that
  // lives long fills the smaller one, and then compiles no more.
  private static final long CODE_CACHE_MIB = 240;
  private static final long CODE_CACHE_OF_ONE_MIB = 48;

  // Spark's tuning guide: tasks may be as short as 200 ms.
  private static final long TASKS_A_SECOND = 5;
  // Tenths of a millisecond: 10,000 empty tasks took 11.2 s with a driver that was not optimized
  // and warm, the executor on the same cores (docs/settings.md).
  private static final long DRIVER_TENTHS_A_TASK = 11;
  private static final long DRIVER_MS_A_SECOND = 500;

  private CompilerFlags() {}

  static Stream<JvmFlag> ofExecutor(RuleFacts facts) {
    return facts.kind() == WorkloadKind.STREAMING ? Stream.empty() : Stream.of(later());
  }

  static Stream<JvmFlag> ofDriver(RuleFacts facts) {
    return isPlannerOnly(facts) ? Stream.of(once(facts)) : ofExecutor(facts);
  }

  /**
   * Says whether the driver does little more than to plan and to hand out tasks, and those seldom
   * enough for code that is not optimized. The drivers of iterations compute between them.
   */
  private static boolean isPlannerOnly(RuleFacts facts) {
    return (facts.kind() == WorkloadKind.BATCH || facts.kind() == WorkloadKind.SQL)
        && schedulingMs(facts) <= DRIVER_MS_A_SECOND;
  }

  /** The driver's milliseconds in a second of the shortest tasks on all cores. */
  private static long schedulingMs(RuleFacts facts) {
    return (facts.executors().slots() * TASKS_A_SECOND * DRIVER_TENTHS_A_TASK + 9) / 10;
  }

  private static JvmFlag once(RuleFacts facts) {
    return new JvmFlag(
        "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=" + CODE_CACHE_MIB + "m",
        "a driver that plans and hands out tasks runs most of its code a few times, so it is compiled"
            + " once, fast, at level 1, without calls being counted for an optimizing compiler; the"
            + " room for compiled code stays at "
            + CODE_CACHE_MIB
            + " MiB, the default of both compilers, where one alone has "
            + CODE_CACHE_OF_ONE_MIB
            + "; handing out keeps it busy for at most "
            + DRIVER_MS_A_SECOND
            + " ms of a second even so: "
            + facts.executors().slots()
            + " cores x "
            + TASKS_A_SECOND
            + " tasks a second x "
            + DRIVER_TENTHS_A_TASK
            + " / 10 ms, rounded up = "
            + schedulingMs(facts)
            + " ms");
  }

  private static JvmFlag later() {
    return new JvmFlag(
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
            LATER * TIER4_COMPILE));
  }
}
