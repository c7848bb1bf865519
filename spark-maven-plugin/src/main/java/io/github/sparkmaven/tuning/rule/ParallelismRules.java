/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.tuning.WorkloadKind;
import io.github.sparkmaven.unit.MemorySize;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many tasks a shuffle is cut into.
 *
 * <p>Too few leave cores idle and make partitions that spill. Too many cost more than adaptive
 * execution saves by joining them: every map task has written a block for each, and every block is
 * compressed, fetched and opened by itself. On two cores TPC-H's joins take 1.14 times as long with
 * Spark's 200 partitions as with 24 (docs/settings.md, what was measured).
 */
final class ParallelismRules implements Rule {
  private static final String PARALLELISM = DOCS + "tuning.html#level-of-parallelism";
  private static final String COALESCING =
      DOCS + "sql-performance-tuning.html#coalescing-post-shuffle-partitions";
  // "spark.sql.shuffle.partitions" is among the settings fixed by a checkpoint.
  private static final String CHECKPOINT =
      SOURCES + "docs/structured-streaming-programming-guide.md";
  private static final Set<WorkloadKind> OF_RDDS = EnumSet.of(WorkloadKind.BATCH, WorkloadKind.ML);

  // spark.sql.shuffle.partitions (sql/catalyst/.../internal/SQLConf.scala, 3.3 to 4.1).
  private static final long SPARKS_SHUFFLE_PARTITIONS = 200;
  // The upper end of "2-3 tasks per CPU core" (docs/tuning.md).
  private static final long TASKS_A_CORE = 3;
  // Four times as many where nobody knows how much is read: data four times as large are still cut
  // as finely.
  private static final long TASKS_A_CORE_FOR_UNKNOWN_INPUT = 12;
  // Measured was 24 against 200; from half of Spark's 200 on, its number is left alone.
  private static final long FEWER_THAT_PAY = SPARKS_SHUFFLE_PARTITIONS / 2;
  // spark.sql.files.maxPartitionBytes: a shuffle is cut as finely as the input is read.
  private static final long PARTITION_MIB = 128;
  // The driver keeps a size for every map task and partition (MapStatus.scala), and every map task
  // writes a block for each: beyond this the bookkeeping outweighs smaller partitions.
  private static final long MOST = 10_000;

  private static final String FEWER =
      ", below Spark's default of 200: every map task writes a block for each partition, even where"
          + " adaptive execution joins them";

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    return facts.kind() == WorkloadKind.STREAMING
        ? state(facts)
        : Stream.concat(rdds(facts), shuffles(facts));
  }

  /**
   * Only where it is known how much is read. Left unset, a shuffle has as many partitions as its
   * largest parent (Partitioner.scala), so it is cut as finely as the input, and a number that
   * comes of the cores alone would make few large pieces of many.
   */
  private static Stream<Setting> rdds(RuleFacts facts) {
    long wanted = partitions(facts);
    return Rule.when(
        facts.onCluster() && OF_RDDS.contains(facts.kind()) && facts.inputSize().isPresent(),
        Rule.line(
            "spark.default.parallelism",
            "" + wanted,
            arithmetic(facts)
                + "; unset, Spark takes the cores or the largest parent's partitions;"
                + " Spark 3.3 to 4.x",
            PARALLELISM));
  }

  private static Stream<Setting> shuffles(RuleFacts facts) {
    long wanted = partitions(facts);
    long forUnknown = TASKS_A_CORE_FOR_UNKNOWN_INPUT * facts.executors().slots();
    if (wanted > SPARKS_SHUFFLE_PARTITIONS) {
      return Stream.of(
          shuffles(
              wanted,
              arithmetic(facts)
                  + ", above Spark's default of 200; adaptive execution joins those that turn out"
                  + " small"));
    }
    if (facts.inputSize().isPresent()) {
      return fewer(wanted, arithmetic(facts), "");
    }
    return fewer(
        forUnknown,
        byCores(facts, TASKS_A_CORE_FOR_UNKNOWN_INPUT),
        "; four times what Spark's guide advises, because inputSize is not declared");
  }

  private static Stream<Setting> fewer(long partitions, String arithmetic, String rest) {
    return partitions > FEWER_THAT_PAY
        ? Stream.empty()
        : Stream.of(shuffles(partitions, arithmetic + FEWER + rest));
  }

  private static Setting shuffles(long partitions, String reason) {
    return Rule.line(
        "spark.sql.shuffle.partitions", "" + partitions, reason + "; Spark 3.3 to 4.x", COALESCING);
  }

  /** Every micro-batch runs a task for each partition of the state, empty or not. */
  private static Stream<Setting> state(RuleFacts facts) {
    long slots = facts.executors().slots();
    return Rule.when(
        slots != SPARKS_SHUFFLE_PARTITIONS,
        Rule.line(
            "spark.sql.shuffle.partitions",
            "" + slots,
            facts.executors().count()
                + " executors x "
                + facts.executors().cores()
                + " cores = "
                + slots
                + ": one wave of tasks a micro-batch, where Spark's default is 200; a checkpoint"
                + " keeps the number that it was made with; Spark 3.3 to 4.x",
            CHECKPOINT));
  }

  private static long partitions(RuleFacts facts) {
    return Math.max(facts.executors().slots(), Math.min(MOST, unlimited(facts)));
  }

  private static long unlimited(RuleFacts facts) {
    return Math.max(
        TASKS_A_CORE * facts.executors().slots(),
        facts.inputSize().map(ParallelismRules::pieces).orElse(0L));
  }

  private static long pieces(MemorySize input) {
    return up(inputMib(input), PARTITION_MIB);
  }

  private static long inputMib(MemorySize input) {
    return up(input.bytes(), 1L << 20);
  }

  private static long up(long amount, long by) {
    return amount / by + (amount % by == 0 ? 0 : 1);
  }

  private static String arithmetic(RuleFacts facts) {
    long byCores = TASKS_A_CORE * facts.executors().slots();
    return byCores(facts, TASKS_A_CORE)
        + facts.inputSize().map(input -> ofInput(input, byCores)).orElse("")
        + limit(facts);
  }

  private static String byCores(RuleFacts facts, long tasksACore) {
    return tasksACore
        + " tasks a core x "
        + facts.executors().count()
        + " executors x "
        + facts.executors().cores()
        + " cores = "
        + tasksACore * facts.executors().slots();
  }

  private static String ofInput(MemorySize input, long byCores) {
    long pieces = pieces(input);
    return "; "
        + inputMib(input)
        + " MiB of input / "
        + PARTITION_MIB
        + " MiB a partition, rounded up = "
        + pieces
        + "; the larger of "
        + byCores
        + " and "
        + pieces
        + " = "
        + Math.max(byCores, pieces);
  }

  private static String limit(RuleFacts facts) {
    long unlimited = unlimited(facts);
    if (unlimited <= MOST) {
      return "";
    }
    String limited =
        "; more than " + MOST + " cost the driver more than they gain: the smaller of " + MOST;
    limited += " and " + unlimited + " = " + MOST;
    long slots = facts.executors().slots();
    return slots <= MOST
        ? limited
        : limited
            + "; but a task for every core: the larger of "
            + MOST
            + " and "
            + slots
            + " = "
            + slots;
  }
}
