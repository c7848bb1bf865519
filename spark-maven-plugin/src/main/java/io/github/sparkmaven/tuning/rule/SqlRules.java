/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.stream.Stream;

/**
 * Larger tables are broadcast where every heap that must hold one is larger than Spark's default.
 *
 * <p>The driver collects the table, and every executor keeps it: Spark's 10 MiB go with its heaps
 * of 1 GiB, and the proportion is kept.
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

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
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
