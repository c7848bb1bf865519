/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class SqlRulesTest {
  private static final String KEY = "spark.sql.autoBroadcastJoinThreshold";

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

  private static FactsExample sql() {
    return FactsExample.of(Manager.YARN, Language.PYTHON, WorkloadKind.SQL);
  }
}
