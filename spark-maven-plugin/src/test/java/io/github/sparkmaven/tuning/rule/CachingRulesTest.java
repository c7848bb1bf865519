/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class CachingRulesTest {
  @Test
  void compressesCachedPartitionsOfIterations() {
    assertThat(FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.ML).lines("spark.rdd."))
        .containsExactly("spark.rdd.compress true");
    assertThat(FactsExample.batch().lines("spark.rdd.")).isEmpty();
  }

  @Test
  void leavesCompressionToPySparkWhichSetsIt() {
    assertThat(FactsExample.of(Manager.YARN, Language.PYTHON, WorkloadKind.ML).lines("spark.rdd."))
        .isEmpty();
  }
}
