/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.Locale;
import java.util.Optional;
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
  private static final long GIBIBYTE = 1024;
  // The size from which Java 8's own tuning guide names G1; later JDKs choose it by themselves.
  private static final long G1_FROM_MIB = 6 * GIBIBYTE;
  // G1 aims at 2048 regions of 1 to 32 MiB, a power of two (HeapRegionBounds in HotSpot): 32 GiB
  // make regions of 16 MiB, 64 GiB of 32.
  private static final long REGIONS = 2048;
  private static final long WIDE_REGIONS_FROM_MIB = 32 * GIBIBYTE;
  private static final long WIDE_REGIONS_BELOW_MIB = 64 * GIBIBYTE;

  // HotSpot's thresholds of the optimizing compiler (compiler_globals.hpp, JDK 8 to 25).
  private static final long TIER4_INVOCATIONS = 5000;
  private static final long TIER4_LEAST_INVOCATIONS = 600;
  private static final long TIER4_COMPILE = 15_000;
  private static final long LATER = 10;

  private record Flag(String option, String reason) {}

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    if (!facts.onCluster()) {
      return Stream.empty();
    }
    return Stream.of(
            line(
                "spark.executor.defaultJavaOptions",
                SOURCE,
                Stream.of(collector(facts), regions(facts), threads(facts), compiler(facts))),
            line("spark.driver.defaultJavaOptions", ENVIRONMENT, Stream.of(compiler(facts))))
        .flatMap(part -> part);
  }

  private static Stream<Setting> line(String key, String source, Stream<Optional<Flag>> possible) {
    var flags = possible.flatMap(Optional::stream).toList();
    return Rule.when(
        !flags.isEmpty(),
        Rule.line(
            key,
            flags.stream().map(Flag::option).collect(Collectors.joining(" ")),
            flags.stream().map(Flag::reason).collect(Collectors.joining("; ", "", ""))
                + "; Spark 3.3 to 4.x",
            source));
  }

  /**
   * Optimizes methods ten times later, except those whose loops are hot. In the first minute of a
   * job that is where cores go: with TPC-H's joins on two cores, 22 s of the executor's processor
   * time and 21 s of the driver's went to the optimizing compiler, 46 s to the tasks
   * (docs/settings.md, what was measured). A stream runs so long that this is over soon.
   */
  private static Optional<Flag> compiler(RuleFacts facts) {
    return facts.kind() == WorkloadKind.STREAMING
        ? Optional.empty()
        : Optional.of(
            new Flag(
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

  private static Optional<Flag> collector(RuleFacts facts) {
    long heap = facts.executors().heapMib();
    return facts.javaVersion() < 9 && heap >= G1_FROM_MIB
        ? Optional.of(
            new Flag(
                "-XX:+UseG1GC",
                "Java "
                    + facts.javaVersion()
                    + " would collect a heap of "
                    + heap
                    + " MiB with long pauses; G1, the default from Java 9, suits heaps from "
                    + G1_FROM_MIB
                    + " MiB"))
        : Optional.empty();
  }

  private static Optional<Flag> regions(RuleFacts facts) {
    long heap = facts.executors().heapMib();
    return heap >= WIDE_REGIONS_FROM_MIB && heap < WIDE_REGIONS_BELOW_MIB
        ? Optional.of(
            new Flag(
                "-XX:G1HeapRegionSize=32m",
                heap
                    + " MiB of heap / "
                    + REGIONS
                    + " regions, rounded down = "
                    + heap / REGIONS
                    + ", from which G1 makes regions of 16 MiB; in regions of 32 MiB fewer of"
                    + " Spark's large buffers need regions of their own"))
        : Optional.empty();
  }

  private static Optional<Flag> threads(RuleFacts facts) {
    int nodes = facts.machines().count();
    int perNode = (facts.executors().count() + nodes - 1) / nodes;
    int nodeCores = facts.machines().cores();
    int wanted = facts.executors().cores();
    int byDefault = collectorThreads(nodeCores);
    return perNode > 1 && byDefault > wanted
        ? Optional.of(
            new Flag(
                "-XX:ParallelGCThreads=" + wanted,
                ofNode(nodeCores)
                    + "; "
                    + facts.executors().count()
                    + " executors / "
                    + nodes
                    + " nodes, rounded up = "
                    + perNode
                    + "; "
                    + perNode
                    + " executors a node x "
                    + byDefault
                    + " threads = "
                    + perNode * byDefault
                    + " on "
                    + nodeCores
                    + " cores, so each gets no more than its own cores: "
                    + wanted))
        : Optional.empty();
  }

  // VM_Version::calc_parallel_worker_threads in HotSpot: every core up to 8, then five of eight.
  private static int collectorThreads(int cores) {
    return cores <= 8 ? cores : 8 + (cores - 8) * 5 / 8;
  }

  private static String ofNode(int cores) {
    String text = "a JVM that sees " + cores + " cores starts ";
    return cores <= 8
        ? text + cores + " collector threads"
        : text
            + "8 collector threads and five for every 8 further cores: "
            + (cores - 8)
            + " cores x 5 / 8, rounded down = "
            + (cores - 8) * 5 / 8
            + "; 8 + "
            + (cores - 8) * 5 / 8
            + " = "
            + collectorThreads(cores);
  }
}
