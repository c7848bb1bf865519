/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.stream.Stream;

/**
 * How two tables are joined.
 *
 * <p>Larger tables are broadcast where every heap that must hold one is larger than Spark's
 * default: the driver collects the table, and every executor keeps it. Spark's 10 MiB go with its
 * heaps of 1 GiB, and the proportion is kept.
 *
 * <p>Tables that are shuffled are joined by a hash table instead of being sorted, as soon as
 * adaptive execution has seen that every partition of one of them is small. A hash table cannot
 * spill, so a task needs memory for many times the compressed partition.
 */
final class SqlRules implements Rule {
  private static final String BROADCAST =
      DOCS + "sql-performance-tuning.html#automatically-broadcasting-joins";
  // spark.sql.autoBroadcastJoinThreshold (SQLConf.scala), spark.driver.memory and
  // spark.executor.memory (docs/configuration.md): 10 MB, 1g and 1g from 3.3 to 4.1.
  private static final long SPARKS_MIB = 10;
  private static final long SPARKS_HEAP_MIB = 1024;
  // The threshold is compared with an estimate of the files' size, which may be far off.
  private static final long MOST_MIB = 100;

  private static final String HASH_JOIN =
      DOCS + "sql-performance-tuning.html#converting-sort-merge-join-to-shuffled-hash-join";
  // spark.sql.adaptive.advisoryPartitionSizeInBytes (SQLConf.scala): below it Spark ignores the
  // key.
  private static final long ADVISORY_MIB = 64;
  // What a partition grows to from compressed rows to a hash table: rows of a few columns are
  // compressed two- to fivefold, repeated values more, and the table adds half.
  private static final long EXPANSION = 20;
  // spark.memory.fraction and what Spark reserves (UnifiedMemoryManager.scala).
  private static final long MEMORY_PERCENT = 60;
  private static final long RESERVED_MIB = 300;

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    return Stream.concat(broadcast(facts), hashJoin(facts));
  }

  private static Stream<Setting> hashJoin(RuleFacts facts) {
    long heap = facts.executors().heapMib();
    long cores = facts.executors().cores();
    long memory = (heap - RESERVED_MIB) * MEMORY_PERCENT / 100 / cores;
    long partition = memory / EXPANSION;
    return Rule.when(
        facts.onCluster() && facts.kind() == WorkloadKind.SQL && partition >= ADVISORY_MIB,
        Rule.line(
            "spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold",
            partition + "m",
            heap
                + " MiB of executor heap - "
                + RESERVED_MIB
                + " reserved = "
                + (heap - RESERVED_MIB)
                + "; "
                + (heap - RESERVED_MIB)
                + " x 0.6 / "
                + cores
                + " cores, rounded down = "
                + memory
                + " MiB a task; "
                + memory
                + " / "
                + EXPANSION
                + ", rounded down = "
                + partition
                + ": a hash table takes up to "
                + EXPANSION
                + " times its compressed partition, and spares both sides the sort; Spark's default"
                + " is 0; Spark 3.3 to 4.x",
            HASH_JOIN));
  }

  private static Stream<Setting> broadcast(RuleFacts facts) {
    long heap = Math.min(facts.driverHeapMib(), facts.executors().heapMib());
    long inProportion = SPARKS_MIB * heap / SPARKS_HEAP_MIB;
    boolean pays =
        facts.onCluster() && facts.kind() == WorkloadKind.SQL && inProportion >= 2 * SPARKS_MIB;
    return Rule.when(
        pays,
        Rule.line(
            "spark.sql.autoBroadcastJoinThreshold",
            Math.min(MOST_MIB, inProportion) + "m",
            arithmetic(facts, heap, inProportion),
            BROADCAST));
  }

  private static String arithmetic(RuleFacts facts, long heap, long inProportion) {
    String text =
        "the smaller of "
            + facts.driverHeapMib()
            + " MiB of driver heap and "
            + facts.executors().heapMib()
            + " MiB of executor heap = "
            + heap
            + "; in the proportion of Spark's defaults "
            + SPARKS_MIB
            + " MiB x "
            + heap
            + " MiB / "
            + SPARKS_HEAP_MIB
            + " MiB, rounded down = "
            + inProportion;
    String limit =
        inProportion > MOST_MIB
            ? "; the smaller of " + MOST_MIB + " and " + inProportion + " = " + MOST_MIB
            : "";
    return text + limit + "; Spark 3.3 to 4.x";
  }
}
