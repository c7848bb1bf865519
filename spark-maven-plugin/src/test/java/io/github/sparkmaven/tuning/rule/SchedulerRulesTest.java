/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class SchedulerRulesTest {
  private static final String RATIO = "spark.scheduler.minRegisteredResourcesRatio";
  private static final String SPECULATION = "spark.speculation";

  @Test
  void waitsForExecutorsOfAStandaloneMasterAsElsewhere() {
    FactsExample standalone = FactsExample.of(Manager.STANDALONE, Language.JVM, WorkloadKind.BATCH);

    assertThat(standalone.lines(RATIO)).containsExactly(RATIO + " 0.8");
    assertThat(standalone.reasons(RATIO))
        .containsExactly(
            "0.8 x 29 executors x 3 cores = 69.6: the first tasks wait for that many cores, 30 s at"
                + " most, as on YARN, instead of crowding the first executor; a standalone master's"
                + " default is 0.0; Spark 3.3 to 4.x");
    assertThat(standalone.executors(1, 3, 1000).lines(RATIO)).isEmpty();
    assertThat(standalone.elastic(false).lines(RATIO)).isEmpty();
  }

  @Test
  void leavesTheRatioWhereItIsTheDefault() {
    assertThat(FactsExample.batch().lines(RATIO)).isEmpty();
    assertThat(FactsExample.of(Manager.KUBERNETES, Language.JVM, WorkloadKind.BATCH).lines(RATIO))
        .isEmpty();
  }

  @Test
  void repeatsStragglersOfIterationsWhereSparkCanFindThem() {
    assertThat(ml().lines(SPECULATION)).containsExactly("spark.speculation true");
    assertThat(ml().reasons(SPECULATION))
        .containsExactly(
            "every iteration waits for its slowest task, and tasks that only compute may run twice;"
                + " Spark looks for stragglers in the last 1 - 0.75 = 0.25 of a stage's tasks; the"
                + " smaller of 6 nodes and 29 executors = 6; 6 hosts x 0.25 = 1.5, so that the tasks of 1 slow host are found; Spark 3.3 to"
                + " 3.5");
    assertThat(ml().machines(4, 16).lines(SPECULATION)).isNotEmpty();
    assertThat(ml().machines(3, 16).lines(SPECULATION)).isEmpty();
    assertThat(ml().executors(3, 5, 10_000).lines(SPECULATION)).isEmpty();
  }

  @Test
  void needsMoreHostsOnSpark4WhichLooksLater() {
    assertThat(ml().spark("4.0.0").machines(9, 16).lines(SPECULATION)).isEmpty();
    assertThat(ml().spark("4.0.0").machines(10, 16).reasons(SPECULATION).get(0))
        .endsWith(
            "the last 1 - 0.9 = 0.1 of a stage's tasks; the smaller of 10 nodes and 29"
                + " executors = 10; 10 hosts x 0.1 = 1, so that the tasks of 1"
                + " slow host are found; Spark 4.x");
  }

  @Test
  void neverRepeatsTasksThatMayWriteOrHoldAGpu() {
    assertThat(FactsExample.batch().lines(SPECULATION)).isEmpty();
    assertThat(
            FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.STREAMING).lines(SPECULATION))
        .isEmpty();
    assertThat(ml().gpus(1, 2).lines(SPECULATION)).isEmpty();
  }

  private static FactsExample ml() {
    return FactsExample.of(Manager.YARN, Language.PYTHON, WorkloadKind.ML);
  }
}
