/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class DriverRulesTest {
  private static final String KEY = "spark.driver.maxResultSize";

  @Test
  void takesResultsOfHalfTheHeap() {
    assertThat(FactsExample.batch().driverHeap(1024).lines(KEY)).containsExactly(KEY + " 512m");
    assertThat(FactsExample.batch().driverHeap(8193).lines(KEY)).containsExactly(KEY + " 4096m");
    assertThat(FactsExample.batch().driverHeap(8193).reasons(KEY))
        .containsExactly(
            "8193 MiB of driver heap / 2, rounded down = 4096: results are held as bytes and as"
                + " objects; Spark's default is 1024 MiB whatever the heap; Spark 3.3 to 4.x");
  }

  @Test
  void saysNothingWhereHalfIsSparksDefault() {
    assertThat(FactsExample.batch().driverHeap(2048).lines(KEY)).isEmpty();
  }

  @Test
  void leavesLocalModeWhereTasksShareTheHeap() {
    assertThat(
            FactsExample.of(Manager.LOCAL, Language.PYTHON, WorkloadKind.SQL)
                .driverHeap(8192)
                .lines(KEY))
        .isEmpty();
  }
}
