/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class DynamicAllocationRulesTest {
  private static final String[] KEYS = {"spark.dynamicAllocation.", "spark.shuffle.service."};

  @Test
  void boundsElasticExecutorsByTheCluster() {
    assertThat(FactsExample.batch().elastic(false).lines(KEYS))
        .containsExactly(
            "spark.dynamicAllocation.enabled true",
            "spark.dynamicAllocation.maxExecutors 29",
            "spark.dynamicAllocation.minExecutors 2");
    assertThat(FactsExample.batch().elastic(false).reasons(KEYS))
        .containsExactly(
            "executors come and go, as workload/dynamicAllocation or a range of nodes asks; Spark 3.3 to"
                + " 4.x",
            "29 executors are asked of the cluster at its largest; Spark 3.3 to 4.x",
            "2 executors fit the cluster at its smallest; Spark 3.3 to 4.x");
  }

  @Test
  void leavesAMinimumOfNothingOut() {
    assertThat(FactsExample.batch().least(0).elastic(false).lines(KEYS))
        .doesNotContain("spark.dynamicAllocation.minExecutors 0")
        .hasSize(2);
  }

  @Test
  void tracksShuffleFilesWhereSparkDoesNotByDefault() {
    assertThat(FactsExample.batch().spark("3.3.4").elastic(false).lines(KEYS))
        .contains("spark.dynamicAllocation.shuffleTracking.enabled true");
    assertThat(FactsExample.batch().spark("3.4.0").elastic(false).lines(KEYS)).hasSize(3);
  }

  @Test
  void usesTheShuffleServiceThatTheNodesRun() {
    assertThat(FactsExample.batch().spark("3.3.4").elastic(true).lines(KEYS))
        .contains("spark.shuffle.service.enabled true")
        .hasSize(4);
    assertThat(
            FactsExample.of(Manager.KUBERNETES, Language.JVM, WorkloadKind.BATCH)
                .elastic(true)
                .lines(KEYS))
        .doesNotContain("spark.shuffle.service.enabled true");
  }

  @Test
  void saysNothingUnlessAsked() {
    assertThat(FactsExample.batch().lines(KEYS)).isEmpty();
    assertThat(
            FactsExample.of(Manager.LOCAL, Language.JVM, WorkloadKind.BATCH)
                .elastic(true)
                .lines(KEYS))
        .isEmpty();
  }
}
