/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GpuRulesTest {
  private static final String[] KEYS = {"spark.executor.resource.", "spark.task.resource."};

  @Test
  void sharesAGpuAmongItsTasks() {
    assertThat(FactsExample.batch().gpus(2, 3).lines(KEYS))
        .containsExactly(
            "spark.executor.resource.gpu.amount 2", "spark.task.resource.gpu.amount 0.333333");
    assertThat(FactsExample.batch().gpus(2, 3).reasons(KEYS))
        .containsExactly(
            "workload/gpusPerExecutor; the default is 0; Spark 3.3 to 4.x",
            "1 GPU / 3 tasks, cut to 6 decimals = 0.333333; 2 GPUs x 3 tasks = 6 tasks at a time on"
                + " the GPUs of an executor; Spark 3.3 to 4.x");
    assertThat(FactsExample.batch().gpus(2, OptionalInt.empty()).reasons(KEYS).get(1))
        .startsWith("a task for every core: 3 cores / 2 GPUs, rounded up = 2; 1 GPU / 2 tasks");
    assertThat(FactsExample.batch().gpus(1, 1).lines(KEYS))
        .contains("spark.task.resource.gpu.amount 1");
  }

  /** Spark's sum: {@code ResourceUtils.calculateAmountAndPartsForFraction}. */
  @Test
  void makesSparkCountAsManyTasksAsAreMeant() {
    for (int tasks = 1; tasks <= 500; tasks++) {
      String amount = FactsExample.batch().gpus(1, tasks).lines("spark.task.").get(0);
      double share = Double.parseDouble(amount.substring(amount.indexOf(' ') + 1));

      assertThat(tasks == 1 || share <= 0.5).isTrue();
      assertThat((int) Math.floor(1.0 / share)).as("tasks a GPU").isEqualTo(tasks);
    }
  }

  @Test
  void namesTheVendorToKubernetes() {
    assertThat(
            FactsExample.of(Manager.KUBERNETES, Language.JVM, WorkloadKind.ML)
                .gpus(1, 1)
                .lines(KEYS))
        .containsExactly(
            "spark.executor.resource.gpu.amount 1",
            "spark.task.resource.gpu.amount 1",
            "spark.executor.resource.gpu.vendor nvidia.com");
  }

  @Test
  void saysNothingWithoutGpusOrACluster() {
    assertThat(FactsExample.batch().lines(KEYS)).isEmpty();
    assertThat(FactsExample.of(Manager.LOCAL, Language.JVM, WorkloadKind.ML).gpus(1, 1).lines(KEYS))
        .isEmpty();
  }
}
