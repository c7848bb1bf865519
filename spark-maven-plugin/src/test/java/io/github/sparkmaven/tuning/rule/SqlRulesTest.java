/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class SqlRulesTest {
  private static final String KEY = "spark.sql.autoBroadcastJoinThreshold";
  private static final String HASH_JOIN = "spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold";

  @Test
  void growsTheBroadcastWithTheSmallerHeap() {
    assertThat(sql().driverHeap(4500).lines(KEY)).containsExactly(KEY + " 43m");
    assertThat(sql().driverHeap(4500).reasons(KEY))
        .containsExactly(
            "the smaller of 4500 MiB of driver heap and 10900 MiB of executor heap = 4500; in the"
                + " proportion of Spark's defaults 10 MiB x 4500 MiB / 1024 MiB, rounded down = 43;"
                + " Spark 3.3 to 4.x");
    assertThat(sql().driverHeap(9000).executors(2, 3, 2048).lines(KEY))
        .containsExactly(KEY + " 20m");
  }

  @Test
  void stopsAt100MiB() {
    assertThat(sql().driverHeap(16_384).executors(2, 3, 20_000).lines(KEY))
        .containsExactly(KEY + " 100m");
    assertThat(sql().driverHeap(16_384).executors(2, 3, 20_000).reasons(KEY).get(0))
        .endsWith("rounded down = 160; the smaller of 100 and 160 = 100; Spark 3.3 to 4.x");
  }

  @Test
  void keepsSparks10MiBForItsDefaultHeapsAndForOtherWork() {
    assertThat(sql().driverHeap(1024).lines(KEY)).isEmpty();
    assertThat(sql().driverHeap(2047).lines(KEY)).isEmpty();
    assertThat(FactsExample.batch().driverHeap(8192).lines(KEY)).isEmpty();
    assertThat(
            FactsExample.of(Manager.LOCAL, Language.JVM, WorkloadKind.SQL)
                .driverHeap(8192)
                .lines(KEY))
        .isEmpty();
  }

  @Test
  void joinsByHashTablesThatATaskCanHold() {
    assertThat(sql().executors(6, 5, 11_600).lines(HASH_JOIN)).containsExactly(HASH_JOIN + " 67m");
    assertThat(sql().executors(6, 5, 11_600).reasons(HASH_JOIN))
        .containsExactly(
            "11600 MiB of executor heap - 300 reserved = 11300; 11300 x 0.6 / 5 cores, rounded down"
                + " = 1356 MiB a task; 1356 / 20, rounded down = 67: a hash table takes up to 20"
                + " times its compressed partition, and spares both sides the sort; Spark's default"
                + " is 0; Spark 3.3 to 4.x");
  }

  @Test
  void sortsWhereATasksMemoryIsSmallAndForOtherWork() {
    assertThat(sql().executors(6, 5, 10_966).lines(HASH_JOIN)).isEmpty();
    assertThat(sql().executors(6, 5, 10_967).lines(HASH_JOIN)).containsExactly(HASH_JOIN + " 64m");
    assertThat(FactsExample.batch().executors(2, 2, 20_000).lines(HASH_JOIN)).isEmpty();
    assertThat(
            FactsExample.of(Manager.LOCAL, Language.JVM, WorkloadKind.SQL)
                .executors(1, 2, 20_000)
                .lines(HASH_JOIN))
        .isEmpty();
  }

  private static FactsExample sql() {
    return FactsExample.of(Manager.YARN, Language.PYTHON, WorkloadKind.SQL);
  }
}
