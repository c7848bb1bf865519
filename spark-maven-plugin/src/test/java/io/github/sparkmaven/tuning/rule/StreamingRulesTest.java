/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class StreamingRulesTest {
  private static final String[] KEYS = {
    "spark.streaming.", "spark.executor.failures", "spark.yarn.executor.failures"
  };

  @Test
  void slowsReceiversDownAndForgetsOldFailures() {
    assertThat(stream(Manager.YARN).lines(KEYS))
        .containsExactly(
            "spark.streaming.backpressure.enabled true",
            "spark.executor.failuresValidityInterval 1h");
    assertThat(stream(Manager.YARN).reasons(KEYS))
        .containsExactly(
            "receivers of DStreams slow down when batches queue up; Structured Streaming pulls and"
                + " ignores it; the default is false in Spark 3.3 to 4.x",
            "2 x 29 executors = 58; the larger of 58 and 3 = 58 failed executors end the"
                + " application, counted over its whole life unless an interval is set; Spark 3.5"
                + " to 4.x");
    assertThat(stream(Manager.YARN).executors(1, 3, 1000).reasons(KEYS).get(1))
        .startsWith("2 x 1 executors = 2; the larger of 2 and 3 = 3 failed executors");
  }

  @Test
  void namesTheKeyOfTheVersion() {
    assertThat(stream(Manager.YARN).spark("3.4.1").lines(KEYS))
        .contains("spark.yarn.executor.failuresValidityInterval 1h");
    assertThat(stream(Manager.KUBERNETES).spark("3.4.1").lines(KEYS)).hasSize(1);
    assertThat(stream(Manager.KUBERNETES).lines(KEYS))
        .contains("spark.executor.failuresValidityInterval 1h");
    assertThat(stream(Manager.STANDALONE).lines(KEYS)).hasSize(1);
  }

  @Test
  void leavesWorkThatEndsAlone() {
    assertThat(FactsExample.batch().lines(KEYS)).isEmpty();
  }

  private static FactsExample stream(Manager manager) {
    return FactsExample.of(manager, Language.JVM, WorkloadKind.STREAMING);
  }
}
