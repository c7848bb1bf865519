/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class KubernetesRulesTest {
  private static final String KEY = "spark.kubernetes.allocation.batch.size";

  @Test
  void asksForAllPodsWhileSparkWaits() {
    assertThat(pods(200).lines(KEY)).containsExactly(KEY + " 7");
    assertThat(pods(200).reasons(KEY))
        .containsExactly(
            "a round a second, and Spark waits 30 s for executors to register: 200 executors / 30"
                + " rounds, rounded up = 7, above the default of 5; Spark 3.3 to 3.5");
    assertThat(pods(301).spark("4.1.0").lines(KEY)).containsExactly(KEY + " 11");
  }

  @Test
  void keepsTheBatchThatIsLargeEnough() {
    assertThat(pods(150).lines(KEY)).isEmpty();
    assertThat(pods(300).spark("4.1.0").lines(KEY)).isEmpty();
    assertThat(FactsExample.batch().executors(2000, 5, 10_000).lines(KEY)).isEmpty();
  }

  private static FactsExample pods(int executors) {
    return FactsExample.of(Manager.KUBERNETES, Language.JVM, WorkloadKind.BATCH)
        .executors(executors, 5, 10_000);
  }
}
