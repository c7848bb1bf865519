/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The executors' garbage collector.
 *
 * <p>A JVM that is told of two collectors refuses to start: where the user or the site names one,
 * the plan names none.
 */
final class CollectorFlags {
  private static final long GIBIBYTE = 1024;
  // The size from which Java 8's own tuning guide names G1; later JDKs choose it by themselves.
  private static final long G1_FROM_MIB = 6 * GIBIBYTE;
  // Larger heaps have pointers of 8 bytes, and their whole collections were not measured.
  private static final long PARALLEL_BELOW_MIB = 32 * GIBIBYTE;

  // What a core of the parallel collector moves a second at least, measured with small objects and
  // garbage between them: 82 to 131. Of large arrays it is eight to twenty times as much
  // (docs/settings.md).
  private static final long MOVED_MIB = 80;
  // Three quarters of spark.network.timeout, after which the driver gives an executor up.
  private static final long LONGEST_PAUSE_SECONDS = 90;

  private CollectorFlags() {}

  static Stream<JvmFlag> of(RuleFacts facts) {
    return Stream.of(collector(facts), threads(facts)).flatMap(Optional::stream);
  }

  private static Optional<JvmFlag> collector(RuleFacts facts) {
    if (facts.collectorChosen()) {
      return Optional.empty();
    }
    return isParallel(facts) ? Optional.of(parallel(facts)) : g1(facts);
  }

  /**
   * Says whether tasks gain by the collector with the least work beside them: those of jobs that
   * neither wait for each pause, as streams do, nor keep their objects for long, as iterations do.
   */
  private static boolean isParallel(RuleFacts facts) {
    return (facts.kind() == WorkloadKind.BATCH || facts.kind() == WorkloadKind.SQL)
        && facts.executors().heapMib() < PARALLEL_BELOW_MIB
        && pauseSeconds(facts.executors()) <= LONGEST_PAUSE_SECONDS;
  }

  /** The longest pause: all that Spark keeps, {@code spark.memory.fraction}, in small objects. */
  private static long pauseSeconds(RuleFacts.Executors executors) {
    long divisor = 10L * executors.cores() * MOVED_MIB;
    return (executors.heapMib() * 6 + divisor - 1) / divisor;
  }

  private static JvmFlag parallel(RuleFacts facts) {
    return new JvmFlag(
        "-XX:+UseParallelGC",
        "the parallel collector leaves more of the cores to tasks than G1, and a whole collection"
            + " stays within "
            + LONGEST_PAUSE_SECONDS
            + " s even if all that Spark keeps are small objects: "
            + facts.executors().heapMib()
            + " MiB of heap x 0.6 / "
            + facts.executors().cores()
            + " cores / "
            + MOVED_MIB
            + " MiB a second, rounded up = "
            + pauseSeconds(facts.executors())
            + " s");
  }

  private static Optional<JvmFlag> g1(RuleFacts facts) {
    long heap = facts.executors().heapMib();
    return facts.javaVersion() < 9 && heap >= G1_FROM_MIB
        ? Optional.of(
            new JvmFlag(
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

  private static Optional<JvmFlag> threads(RuleFacts facts) {
    int nodes = facts.machines().count();
    int perNode = (facts.executors().count() + nodes - 1) / nodes;
    int nodeCores = facts.machines().cores();
    int wanted = facts.executors().cores();
    int byDefault = collectorThreads(nodeCores);
    return perNode > 1 && byDefault > wanted
        ? Optional.of(
            new JvmFlag(
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
